package io.rapport.bench.kills;

/** Something that a kill must not do; the message says what. */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Fault(String message) {
        super(message);
    }
}
