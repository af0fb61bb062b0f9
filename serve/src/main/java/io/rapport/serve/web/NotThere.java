package io.rapport.serve.web;

/** What a page's address names is not there. */
public final class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotThere() {
        super("not there", null, false, false);
    }
}
