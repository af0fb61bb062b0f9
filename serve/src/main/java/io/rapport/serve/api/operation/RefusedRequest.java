package io.rapport.serve.api.operation;

import io.rapport.core.error.ErrorCode;
import java.util.List;

/** A request that is right and may not be, with everything that stands against it. */
public final class RefusedRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ErrorCode code;
    private final transient List<FieldProblem> problems;

    /** @param detail the whole in a sentence or two */
    public RefusedRequest(ErrorCode code, String detail, List<FieldProblem> problems) {
        super(detail, null, false, false);
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    public ErrorCode code() {
        return code;
    }

    /** The whole in a sentence or two. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
