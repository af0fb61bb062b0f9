package io.rapport.model.input;

import java.util.List;

/**
 * What two files of customers hold under a mapping.
 *
 * @param accountRows rows of accounts, the broken ones too
 * @param accounts different account ids
 * @param contactRows rows of contacts, the broken ones too
 * @param matched contacts with a usable address and an account that is there
 * @param findings what people should know; none without a row
 */
public record CustomerVerdict(
        long accountRows, long accounts, long contactRows, long matched, List<CustomerFinding> findings) {

    public CustomerVerdict {
        findings = List.copyOf(findings);
    }

    /** Rows that can't be read. */
    public long broken() {
        return findings.stream()
                .filter(finding -> finding.kind().isBroken())
                .mapToLong(CustomerFinding::count)
                .sum();
    }

    /** Broken rows of all, from 0 to 1. */
    public double brokenShare() {
        long rows = accountRows + contactRows;
        return rows == 0 ? 0 : (double) broken() / rows;
    }

    /** Contacts that match an account, of all, from 0 to 1; 0 without contacts. */
    public double matchedShare() {
        return contactRows == 0 ? 0 : (double) matched / contactRows;
    }
}
