package io.rapport.model.extract;

/**
 * What is wrong with one thing that was asked for.
 *
 * @param text what, the value, and what it may be
 */
public record ExtractProblem(ExtractField field, String text) {}
