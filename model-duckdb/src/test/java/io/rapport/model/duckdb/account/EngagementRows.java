package io.rapport.model.duckdb.account;

import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of an output table, written as a run writes them. */
final class EngagementRows {

    private final List<String> rows = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> relations = new ArrayList<>();

    EngagementRows named(String id, String name) {
        names.add("{\"row_number\":" + (names.size() + 1) + ",\"account_id\":\"" + id + "\",\"account_name\":\""
                + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}");
        return this;
    }

    EngagementRows year(
            String id, double score, long to, long from, long meetings, @Nullable Long email, @Nullable Long meeting) {
        return row(id, "year", LocalDate.parse("2025-11-19"), score, to, from, meetings, email, meeting);
    }

    EngagementRows week(String id, LocalDate start, long to, long meetings) {
        return row(id, "week", start, 0, to, 0, meetings, null, null);
    }

    EngagementRows month(String id, String start, double score) {
        return row(id, "month", LocalDate.parse(start), score, 1, 0, 0, null, null);
    }

    EngagementRows relation(
            String id, long events, long ofPerson, long ofContact, long newContacts, long lostContacts) {
        relations.add("(" + SqlText.literal(id) + ", " + events + "::bigint, " + ofPerson + "::bigint, " + ofContact
                + "::bigint, " + newContacts + "::bigint, " + lostContacts + "::bigint)");
        return this;
    }

    private EngagementRows row(
            String id,
            String level,
            LocalDate start,
            double score,
            long to,
            long from,
            long meetings,
            @Nullable Long email,
            @Nullable Long meeting) {
        String key = id + "|" + level + (level.equals("year") ? "" : "|" + start);
        rows.add("(" + SqlText.literal(key) + ", " + SqlText.literal(id) + ", cast(" + score + " as decimal(4, 1)), "
                + to
                + ", " + from + ", 0, " + meetings + ", 0, 0, 0, 0, null, " + email + ", " + meeting
                + ", null, null, date " + SqlText.literal(start.toString()) + ", " + SqlText.literal(level) + ")");
        return this;
    }

    /** Writes the table and the names, and indexes them as of 18 November 2026, a Wednesday. */
    RunTables index(Path folder, DuckDbSettings settings, @Nullable RunTables earlier) {
        return index(folder, settings, earlier, Long.MAX_VALUE);
    }

    /** @param atOnce accounts that are indexed at a time */
    RunTables index(Path folder, DuckDbSettings settings, @Nullable RunTables earlier, long atOnce) {
        RunTables tables = new RunTables(folder, "Office");
        Path customers = folder.resolve("customers.ndjson");
        try (DuckDb engine = DuckDb.openOrdered(settings);
                DuckDbSession session = engine.connect()) {
            Files.createDirectories(folder);
            Files.write(customers, names);
            session.run("writing", """
                    copy (
                        select
                            PrimaryKey, CustomerId, EngagementScore, NoOfEmails_ToAccount::bigint as NoOfEmails_ToAccount,
                            NoOfEmails_FromAccount::bigint as NoOfEmails_FromAccount,
                            NoOfMeetings_FromAccount::bigint as NoOfMeetings_FromAccount,
                            NoOfMeetings_ToAccount::bigint as NoOfMeetings_ToAccount,
                            NoOfContactsInvolved_Meetings, NoOfContactsInvolved_Emails,
                            NoOfAccountContactsInvolved_Meetings, NoOfAccountContactsInvolved_Emails,
                            EngagementStartDate::date as EngagementStartDate,
                            DaysSinceLastEmail::bigint as DaysSinceLastEmail,
                            DaysSinceLastMeeting::bigint as DaysSinceLastMeeting,
                            AverageDuration_Of_Meetings::double as AverageDuration_Of_Meetings,
                            AverageDuration_Of_AccountEmailReplies::double as AverageDuration_Of_AccountEmailReplies,
                            AggregationStartDate, AggregationLevel
                        from (values %s) as t (PrimaryKey, CustomerId, EngagementScore, NoOfEmails_ToAccount,
                            NoOfEmails_FromAccount, NoOfMeetings_FromAccount, NoOfMeetings_ToAccount,
                            NoOfContactsInvolved_Meetings, NoOfContactsInvolved_Emails,
                            NoOfAccountContactsInvolved_Meetings, NoOfAccountContactsInvolved_Emails,
                            EngagementStartDate, DaysSinceLastEmail, DaysSinceLastMeeting, AverageDuration_Of_Meetings,
                            AverageDuration_Of_AccountEmailReplies, AggregationStartDate, AggregationLevel)
                        order by PrimaryKey
                    ) to %s (format parquet)
                    """.formatted(
                            String.join(", ", rows), SqlText.literal(SqlText.path(tables.engagement()))));
            if (!relations.isEmpty()) {
                Files.createDirectories(tables.relation().resolveSibling("."));
                session.run(
                        "writing",
                        "copy (from (values " + String.join(", ", relations)
                                + ") as t (account_id, event_count, most_of_person, most_of_contact, new_contact_count,"
                                + " lost_contact_count)) to " + SqlText.literal(SqlText.path(tables.relation()))
                                + " (format parquet)");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AccountIndex.write(tables, earlier, customers, LocalDate.parse("2026-11-18"), settings, atOnce);
        return tables;
    }
}
