package io.rapport.serve.web.connection;

import io.rapport.connect.consent.Finding;
import java.util.Locale;

/** What became of a permission, for people. */
final class FindingLines {

    private FindingLines() {}

    static ConnectionView.Check of(Finding finding) {
        String word = finding.state().name().toLowerCase(Locale.ROOT);
        return new ConnectionView.Check(
                finding.permission(),
                word,
                word.replace('_', ' '),
                switch (finding.state()) {
                    case WORKING -> "done";
                    case MISSING -> "cross";
                    case UNKNOWN, TOO_MUCH -> "warn";
                },
                finding.text());
    }
}
