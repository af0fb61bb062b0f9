package io.rapport.serve.api.operation;

/** Whoever asks has the answer already. */
public final class NotModified extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotModified() {
        super("not modified", null, false, false);
    }
}
