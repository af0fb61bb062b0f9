package io.rapport.serve.api.operation;

/**
 * What is wrong with one thing that was sent.
 *
 * @param field name of the parameter, or of the body's field
 * @param detail what, and what it may be
 */
public record FieldProblem(String field, String detail) {}
