package io.rapport.serve.profile;

import io.rapport.model.input.CustomerFiles;
import io.rapport.model.input.CustomerFinding;
import io.rapport.model.input.CustomerVerdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A verdict in words: counts and line numbers, never what stands there. */
public final class VerdictWords {

    private VerdictWords() {}

    /** A line for each finding, with the name of the file. */
    public static List<String> lines(CustomerVerdict verdict, CustomerFiles files) {
        return verdict.findings().stream()
                .map(finding -> (finding.kind().isOfContacts() ? files.contactsName() : files.accountsName()) + ": "
                        + line(finding))
                .toList();
    }

    /** {@code 12 rows without an account id: left out (lines 4, 9 and 10 more)}. */
    public static String line(CustomerFinding finding) {
        long more = finding.count() - finding.firstLines().size();
        String lines = finding.firstLines().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return String.format(
                Locale.ENGLISH,
                "%,d %s %s (%s %s%s)",
                finding.count(),
                finding.count() == 1 ? "row" : "rows",
                finding.kind().words(),
                finding.count() == 1 ? "line" : "lines",
                lines,
                more == 0 ? "" : String.format(Locale.ENGLISH, " and %,d more", more));
    }

    /** {@code 9,120 of 10,000 contacts match one of 800 accounts (91 %)}. */
    public static String match(CustomerVerdict verdict) {
        return String.format(
                Locale.ENGLISH,
                "%,d of %,d %s match one of %,d %s (%d %%)",
                verdict.matched(),
                verdict.contactRows(),
                verdict.contactRows() == 1 ? "contact" : "contacts",
                verdict.accounts(),
                verdict.accounts() == 1 ? "account" : "accounts",
                (long) Math.floor(100 * verdict.matchedShare()));
    }
}
