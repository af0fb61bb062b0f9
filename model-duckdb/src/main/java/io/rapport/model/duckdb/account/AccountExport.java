package io.rapport.model.duckdb.account;

import io.rapport.model.duckdb.export.ExportTable;
import io.rapport.model.run.OutputColumn;
import io.rapport.model.run.OutputTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Accounts that fulfil a rule, and who began or ceased to, as tables that leave the home. */
public final class AccountExport {

    private static final String TEXT = "text";
    private static final String DATE = "date";
    private static final String DECIMAL = "decimal";
    private static final String MARK = "true or false";

    private AccountExport() {}

    /**
     * One row per account of a list, in its order, whatever its offset and length: the year's columns, and a column for each
     * mark.
     *
     * @param name of the table
     * @param asOf of the run
     */
    public static ExportTable members(String name, RunTables tables, AccountQuery query, LocalDate asOf) {
        Map<OutputColumn, String> columns = new LinkedHashMap<>();
        columns.put(yearColumn(AccountColumn.CUSTOMER_ID), "account_id");
        columns.put(name(), "account_name");
        columns.put(yearColumn(AccountColumn.ENGAGEMENT_SCORE), "cast(score as decimal(4, 1))");
        columns.put(scoreBefore(), "cast(score_before as decimal(4, 1))");
        for (AccountColumn column : AccountColumn.values()) {
            boolean isOfTheYear =
                    column.kind() == AccountColumn.Kind.NUMBER || column.kind() == AccountColumn.Kind.DATE;
            if (isOfTheYear && column != AccountColumn.ENGAGEMENT_SCORE) {
                columns.put(yearColumn(column), column.expression());
            }
        }
        for (AccountColumn column : AccountColumn.values()) {
            if (column.kind() == AccountColumn.Kind.MARK) {
                columns.put(mark(column), column.expression());
            }
        }
        columns.put(asOf(), "cast('" + asOf + "' as date)");
        AccountFilter filter = AccountFilter.of(query);
        return new ExportTable(
                name,
                "One row per customer of the segment, as of its run.",
                List.copyOf(columns.keySet()),
                select(columns) + " from " + AccountIndex.parquet(tables.index()) + filter.where() + " order by "
                        + query.order().sql(query.isDescending()),
                filter.values());
    }

    /**
     * One row per account that began to fulfil a rule since an earlier run, or ceased to: those who joined first, each by
     * name.
     */
    public static ExportTable changes(
            String name, RunTables tables, LocalDate asOf, RunTables earlier, LocalDate earlierAsOf, AccountRule rule) {
        Map<OutputColumn, String> columns = new LinkedHashMap<>();
        columns.put(column("Change", TEXT, "", false, "Whether the customer joined or left."), "change");
        columns.put(yearColumn(AccountColumn.CUSTOMER_ID), "account_id");
        columns.put(name(), "account_name");
        columns.put(
                column("EngagementScore", DECIMAL, "points", true, "In the run; empty where the customer is gone."),
                "cast(score as decimal(4, 1))");
        columns.put(scoreBefore(), "cast(score_before as decimal(4, 1))");
        columns.put(asOf(), "cast('" + asOf + "' as date)");
        columns.put(
                column("ComparedWith", DATE, "", false, "As-of date of the run before, which it is compared with."),
                "cast('" + earlierAsOf + "' as date)");
        ChangeSql changes = ChangeSql.of(tables, earlier, rule);
        return new ExportTable(
                name,
                "One row per customer who joined the segment since the run before, or left it.",
                List.copyOf(columns.keySet()),
                select(columns) + " from (" + changes.text() + ") order by change, sort_name, account_id",
                changes.values());
    }

    private static String select(Map<OutputColumn, String> columns) {
        List<String> parts = new ArrayList<>();
        columns.forEach((column, expression) -> parts.add(expression + " as " + column.name()));
        return parts.stream().collect(Collectors.joining(", ", "select ", ""));
    }

    private static OutputColumn yearColumn(AccountColumn column) {
        return OutputTable.ENGAGEMENT.definitions().stream()
                .filter(known -> known.name().equals(column.columnName()))
                .findFirst()
                .orElseThrow();
    }

    private static OutputColumn name() {
        return column("Name", TEXT, "", false, "Name of the account; its id where it has none.");
    }

    private static OutputColumn scoreBefore() {
        return column(
                "ScoreBefore",
                DECIMAL,
                "points",
                true,
                "EngagementScore in the run before; empty where it was not there.");
    }

    private static OutputColumn asOf() {
        return column("AsOf", DATE, "", false, "Last day that counts.");
    }

    private static OutputColumn mark(AccountColumn column) {
        return column(column.columnName(), MARK, "", false, "Whether the mark “" + column.title() + "” is true.");
    }

    private static OutputColumn column(String name, String type, String unit, boolean mayBeNull, String meaning) {
        return new OutputColumn(name, type, unit, mayBeNull, OutputColumn.FORMULA_VERSION, meaning);
    }
}
