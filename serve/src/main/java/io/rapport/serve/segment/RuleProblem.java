package io.rapport.serve.segment;

/**
 * What is wrong with a part of a rule.
 *
 * @param path where: places from 0, from the outermost group inwards, joined by dots; empty for the outermost group itself
 * @param field {@code match}, {@code column}, {@code operator}, {@code value}, or {@code rules} for the group as a whole
 * @param text what, and what to do
 */
public record RuleProblem(String path, String field, String text) {}
