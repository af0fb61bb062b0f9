package io.rapport.serve.api.operation;

import java.util.List;

/** A request that can't be right, with everything that is wrong with it. */
public final class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<FieldProblem> problems;

    public InvalidRequest(List<FieldProblem> problems) {
        super("invalid request", null, false, false);
        this.problems = List.copyOf(problems);
    }

    public InvalidRequest(String field, String detail) {
        this(List.of(new FieldProblem(field, detail)));
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
