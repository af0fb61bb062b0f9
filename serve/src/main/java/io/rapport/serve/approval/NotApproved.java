package io.rapport.serve.approval;

import java.util.List;

/** An extraction that is refused, with everything that is missing. */
public final class NotApproved extends RuntimeException {

    /** What to do about it. */
    public static final String REMEDY = "Ask for an approval of it; an administrator other than you decides.";

    private static final long serialVersionUID = 1;

    private final transient List<Lack> lacks;

    NotApproved(List<Lack> lacks) {
        super("not approved", null, false, false);
        this.lacks = List.copyOf(lacks);
    }

    /** At least one. */
    public List<Lack> lacks() {
        return lacks;
    }
}
