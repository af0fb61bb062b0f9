package io.rapport.model.duckdb.account;

/**
 * Who fulfils a rule, against an earlier run.
 *
 * @param members now
 * @param joined those of them who did not then, or were not there
 * @param left those who did then and don't now, or are not there any more
 */
public record RuleChange(long members, long joined, long left) {}
