package io.rapport.serve.cli;

import io.rapport.simulator.truth.Period;
import io.rapport.simulator.truth.Tally;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people did, and what the engagement table says that they did, in one form. */
final class TruthTable {

    private static final List<String> COUNTED = List.of(
            "NoOfEmails_ToAccount",
            "NoOfEmails_FromAccount",
            "NoOfMeetings_FromAccount",
            "NoOfMeetings_ToAccount",
            "NoOfContactsInvolved_Meetings",
            "NoOfContactsInvolved_Emails",
            "NoOfAccountContactsInvolved_Meetings",
            "NoOfAccountContactsInvolved_Emails",
            "AverageDuration_Of_Meetings",
            "AverageDuration_Of_AccountEmailReplies");

    private TruthTable() {}

    /** What people did. */
    static Map<String, String> of(Map<Period, Tally> truth) {
        Map<String, String> rows = new TreeMap<>();
        truth.forEach((period, tally) -> rows.put(key(period), figures(tally)));
        return rows;
    }

    /** Keys and figures of the table's rows. */
    static Map<String, String> read(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        List<String> header = List.of(lines.get(0).split(","));
        Map<String, String> rows = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            String key = cells[header.indexOf("CustomerId")] + " " + cells[header.indexOf("AggregationLevel")] + " "
                    + cells[header.indexOf("AggregationStartDate")];
            rows.put(
                    key,
                    COUNTED.stream()
                            .map(column -> cells[header.indexOf(column)])
                            .collect(Collectors.joining(" ")));
        }
        return rows;
    }

    private static String key(Period period) {
        return period.accountId() + " " + period.level() + " " + period.start();
    }

    /** In the order of the columns above. */
    private static String figures(Tally tally) {
        List<Object> figures = new ArrayList<>(List.of(
                tally.emailsTo(),
                tally.emailsFrom(),
                tally.meetingsFrom(),
                tally.meetingsTo(),
                tally.meetingPeople(),
                tally.emailPeople(),
                tally.meetingContacts(),
                tally.emailContacts()));
        figures.add(plain(tally.meetingMinutes()));
        figures.add(plain(tally.replyMinutes()));
        return figures.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static String plain(@Nullable BigDecimal minutes) {
        return minutes == null ? "" : minutes.toPlainString();
    }
}
