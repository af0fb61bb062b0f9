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
            OutputColumns.ENGAGEMENT,
            "One row per account, level and period: the year for every account, months and weeks that begin in the window and have activity."),
    USER_TABLE(
            "_UserTable",
            "listed_people",
            "EmailAddress nulls last, EntraId nulls last",
            OutputColumns.USER_TABLE,
            "One row per listed person; for administrators."),
    SCORE(
            "_Score",
            "score_breakdown",
            "PrimaryKey, ordinal",
            OutputColumns.SCORE,
            "Nine rows per row of the engagement table: how its score comes about."),
    COVERAGE(
            "_Coverage",
            "coverage",
            "place, reason_place",
            OutputColumns.COVERAGE,
            "One row per section, item and reason: what was read, joined, counted and left out; for administrators.");

    private final String suffix;
    private final String model;
    private final String order;
    private final List<OutputColumn> definitions;
    private final String meaning;

    OutputTable(String suffix, String model, String order, List<OutputColumn> definitions, String meaning) {
        this.suffix = suffix;
        this.model = model;
        this.order = order;
        this.definitions = definitions;
        this.meaning = meaning;
    }

    /** The table's name, given the output's. */
    public String tableName(String output) {
        return output + suffix;
    }

    /** One sentence for people, grain first. */
    public String meaning() {
        return meaning;
    }

    /** Names of the columns, in the contract's order. */
    public List<String> columns() {
        return definitions.stream().map(OutputColumn::name).toList();
    }

    /** What each column is, in the same order. */
    public List<OutputColumn> definitions() {
        return definitions;
    }

    /** Reads the table from its model, in its order. */
    String select(Format format) {
        return select(model, format) + " order by " + order;
    }

    /** Reads the table from a relation that has its columns; as CSV averages have two decimals. */
    public String select(String relation, Format format) {
        return columns().stream()
                .map(column -> format == Format.CSV && column.startsWith("AverageDuration")
                        ? "cast(" + column + " as decimal(18, 2)) as " + column
                        : column)
                .collect(Collectors.joining(", ", "select ", " from " + relation));
    }
}
