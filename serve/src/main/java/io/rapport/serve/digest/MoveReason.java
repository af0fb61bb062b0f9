package io.rapport.serve.digest;

import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.model.duckdb.account.ScorePart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a score moved, made from its own parts. */
final class MoveReason {

    private static final Map<String, String> WORDS = Map.of(
            "NoOfEmails_FromAccount", "emails from them",
            "NoOfEmails_ToAccount", "emails to them",
            "NoOfMeetings_FromAccount", "meetings that they initiated",
            "NoOfMeetings_ToAccount", "meetings that you initiated",
            "NoOfContactsInvolved_Emails", "people of yours in emails",
            "NoOfContactsInvolved_Meetings", "people of yours in meetings",
            "NoOfAccountContactsInvolved_Emails", "contacts of theirs in emails",
            "NoOfAccountContactsInvolved_Meetings", "contacts of theirs in meetings",
            "Recency", "days since the last contact");

    private MoveReason() {}

    /** A component, and how many points more or less it brings. */
    private record Part(String words, BigDecimal change) {}

    /**
     * @param before of the last run
     * @return {@code From 40.1 to 46.2, most of it by emails from them (+4.0 points).}
     */
    static String of(AccountStanding account, double scoreBefore, List<ScorePart> now, List<ScorePart> before) {
        boolean hasRisen = account.score() > scoreBefore;
        Map<String, BigDecimal> points =
                before.stream().collect(Collectors.toMap(ScorePart::component, ScorePart::points));
        Comparator<Part> byChange = Comparator.comparing(Part::change);
        Optional<Part> most = now.stream()
                .filter(part -> points.containsKey(part.component()))
                .map(part -> new Part(
                        WORDS.getOrDefault(part.component(), part.component()),
                        part.points().subtract(points.get(part.component()))))
                .max(hasRisen ? byChange : byChange.reversed())
                .filter(part -> part.change().signum() == (hasRisen ? 1 : -1));
        return "From " + tenths(scoreBefore) + " to " + tenths(account.score())
                + most.map(part -> ", most of it by " + part.words() + " (" + (hasRisen ? "+" : "−")
                                + part.change().abs().setScale(1, RoundingMode.HALF_UP) + " points)")
                        .orElse("")
                + ".";
    }

    private static String tenths(double number) {
        return String.format(Locale.ENGLISH, "%.1f", number);
    }
}
