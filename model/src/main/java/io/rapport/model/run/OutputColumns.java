package io.rapport.model.run;

import static io.rapport.model.run.OutputColumn.count;
import static io.rapport.model.run.OutputColumn.date;
import static io.rapport.model.run.OutputColumn.decimal;
import static io.rapport.model.run.OutputColumn.text;

import java.util.List;

/** The columns of the four tables, in the contract's order; the data dictionary is written from here. */
final class OutputColumns {

    static final List<OutputColumn> ENGAGEMENT = List.of(
            text(
                    "PrimaryKey",
                    "Account, level and first day joined by bars: the same row has the same key in every run."),
            text("CustomerId", "Id of the account."),
            decimal(
                    "EngagementScore",
                    "points from 0.0 to 100.0",
                    "Standing among the accounts of the same level and period; a rank, not a volume."),
            count(
                    "NoOfEmails_ToAccount",
                    "emails",
                    "Sent by a listed person and received by a contact of the account."),
            count(
                    "NoOfEmails_FromAccount",
                    "emails",
                    "Sent by a contact of the account and received by a listed person."),
            count(
                    "NoOfMeetings_FromAccount",
                    "meetings",
                    "Organized by a contact of the account, with a listed person taking part."),
            count(
                    "NoOfMeetings_ToAccount",
                    "meetings",
                    "Organized by a listed person, with a contact of the account taking part."),
            count(
                    "NoOfContactsInvolved_Meetings",
                    "people",
                    "Listed people who took part in these meetings, each once."),
            count(
                    "NoOfContactsInvolved_Emails",
                    "people",
                    "Listed people who sent or received these emails, each once."),
            count(
                    "NoOfAccountContactsInvolved_Meetings",
                    "contacts",
                    "Contacts of the account who took part in these meetings, each once."),
            count(
                    "NoOfAccountContactsInvolved_Emails",
                    "contacts",
                    "Contacts of the account who sent or received these emails, each once."),
            date(
                            "EngagementStartDate",
                            "Local date of the account's first email or meeting in the window, the same in all its rows.")
                    .orNull(),
            count("DaysSinceLastEmail", "days", "From the last email in the window to the row's last day.")
                    .orNull(),
            count("DaysSinceLastMeeting", "days", "From the last meeting in the window to the row's last day.")
                    .orNull(),
            decimal(
                            "AverageDuration_Of_Meetings",
                            "minutes",
                            "Mean over the period's meetings that have a duration, to two decimals.")
                    .orNull(),
            decimal(
                            "AverageDuration_Of_AccountEmailReplies",
                            "minutes",
                            "Mean time from an email to the account to its reply within 14 days, to two decimals.")
                    .orNull(),
            date("AggregationStartDate", "First day of the period; of the year, first day of the window."),
            text("AggregationLevel", "One of year, month and week."));

    static final List<OutputColumn> USER_TABLE = List.of(
            text("EmailAddress", "Address by which the listed person was selected, or reached through a group."),
            text("EntraId", "Object id of the person in the directory.").orNull());

    static final List<OutputColumn> SCORE = List.of(
            text("PrimaryKey", "Key of the row of the engagement table that is explained."),
            text("Component", "Name of the column that counts, or Recency."),
            count("Value", "that of the component", "What the row has; of Recency the smaller of the two days since.")
                    .orNull(),
            count("StandingCount", "accounts", "Peers with a value that are not better, this one included."),
            count("StandingTotal", "accounts", "Peers with a value."),
            count("Weight", "", "Weight of the component in this run; 0 where it is left out."),
            decimal("Points", "points", "What the component adds to the score before rounding, to four decimals."));

    static final List<OutputColumn> COVERAGE = List.of(
            text("Section", "What is reported about: people, contacts, accounts, emails, meetings and so on."),
            text("Item", "What was counted."),
            text("Reason", "Why it was left out or is without data; empty where nothing is to be explained.")
                    .orNull(),
            count("Count", "that of the item", "How many there were."));

    private OutputColumns() {}
}
