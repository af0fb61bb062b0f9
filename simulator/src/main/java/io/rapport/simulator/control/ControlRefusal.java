package io.rapport.simulator.control;

/** A control request that means nothing; the message says what is wrong with it. */
final class ControlRefusal extends RuntimeException {

    private final int status;

    ControlRefusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
