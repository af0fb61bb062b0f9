package io.rapport.serve.api.operation;

/**
 * What is wrong with one thing that was sent.
 *
 * @param field name of the parameter, or of the body's field
 * @param detail what, and what it may be
 * @param code stays the same whatever the words; empty where the field says it all
 */
public record FieldProblem(String field, String detail, String code) {

    /** One whose field says it all. */
    public FieldProblem(String field, String detail) {
        this(field, detail, "");
    }
}
