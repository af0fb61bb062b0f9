package io.rapport.simulator.entra;

/** A request that Entra refuses. */
final class EntraRefusal extends RuntimeException {

    private final transient EntraError error;
    private final String description;

    EntraRefusal(EntraError error) {
        this(error, "");
    }

    /** @param value what the message quotes */
    EntraRefusal(EntraError error, String value) {
        super(error.name(), null, false, false);
        this.error = error;
        this.description = error.description(value);
    }

    EntraError error() {
        return error;
    }

    String description() {
        return description;
    }
}
