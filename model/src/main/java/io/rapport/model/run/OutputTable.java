package io.rapport.model.run;

import io.rapport.model.engine.Format;
import java.util.List;
import java.util.stream.Collectors;

/** The four tables of a run; columns and their order are those of the contract, section 4. */
public enum OutputTable {
    ENGAGEMENT(
            "",
            "account_engagement",
            "PrimaryKey",
            "PrimaryKey",
            "CustomerId",
            "EngagementScore",
            "NoOfEmails_ToAccount",
            "NoOfEmails_FromAccount",
            "NoOfMeetings_FromAccount",
            "NoOfMeetings_ToAccount",
            "NoOfContactsInvolved_Meetings",
            "NoOfContactsInvolved_Emails",
            "NoOfAccountContactsInvolved_Meetings",
            "NoOfAccountContactsInvolved_Emails",
            "EngagementStartDate",
            "DaysSinceLastEmail",
            "DaysSinceLastMeeting",
            "AverageDuration_Of_Meetings",
            "AverageDuration_Of_AccountEmailReplies",
            "AggregationStartDate",
            "AggregationLevel"),
    USER_TABLE("_UserTable", "listed_people", "EmailAddress nulls last, EntraId nulls last", "EmailAddress", "EntraId"),
    SCORE(
            "_Score",
            "score_breakdown",
            "PrimaryKey, ordinal",
            "PrimaryKey",
            "Component",
            "Value",
            "StandingCount",
            "StandingTotal",
            "Weight",
            "Points"),
    COVERAGE("_Coverage", "coverage", "place, reason_place", "Section", "Item", "Reason", "Count");

    private final String suffix;
    private final String model;
    private final String order;
    private final List<String> columns;

    OutputTable(String suffix, String model, String order, String... columns) {
        this.suffix = suffix;
        this.model = model;
        this.order = order;
        this.columns = List.of(columns);
    }

    /** The table's name, given the output's. */
    public String tableName(String output) {
        return output + suffix;
    }

    public List<String> columns() {
        return columns;
    }

    /** Reads the table from its model, in its order. */
    String select(Format format) {
        return select(model, format) + " order by " + order;
    }

    /** Reads the table from a relation that has its columns; as CSV averages have two decimals. */
    public String select(String relation, Format format) {
        return columns.stream()
                .map(column -> format == Format.CSV && column.startsWith("AverageDuration")
                        ? "cast(" + column + " as decimal(18, 2)) as " + column
                        : column)
                .collect(Collectors.joining(", ", "select ", " from " + relation));
    }
}
