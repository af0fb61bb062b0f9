package io.rapport.model.duckdb.extract;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType.Scalar;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.reading.LakeSql;
import io.rapport.model.duckdb.JsonLines;
import io.rapport.model.extract.DateRange;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.Scope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements of an extraction.
 *
 * @param isScoped whether only the mailboxes of table {@code delivered_mailbox} are wanted
 */
record ExtractSql(ExtractPlan plan, Snapshot snapshot, boolean isScoped) {

    /** Level 1 takes less of the processor than the usual 3, for files that are a fifteenth larger. */
    private static final String PARQUET = "format parquet, compression zstd, compression_level 1";

    private static final String CSV = "format csv, header true, delimiter ',', quote '\"', escape '\"', nullstr ''";

    /** How many rows each owner has in the range. */
    String rowsByOwner(String owner) {
        return "select " + SqlText.name(owner) + " as user_id, count(*) as row_count from ("
                + LakeSql.select(snapshot, plan.dataset()) + ") as landed" + where(inRange()) + " group by all";
    }

    /** Writes one partition's rows of one region to a file. */
    String copy(String partition, String region, Path file) {
        List<String> conditions = new ArrayList<>(inRange());
        ExtractPlan.findOwnerColumn(plan.dataset()).ifPresent(owner -> {
            if (isScoped) {
                conditions.add(SqlText.name(owner) + " in (select user_id from delivered_mailbox where region = "
                        + SqlText.literal(region) + ")");
            }
        });
        conditions.addAll(ofGroups());
        return "copy (select " + columns() + " from (" + LakeSql.select(snapshot, plan.dataset(), partition)
                + ") as landed" + where(conditions) + order() + ") to " + SqlText.literal(SqlText.path(file)) + " ("
                + options() + ")";
    }

    /** Rows that don't say whose they are don't say it by lying beside each other either. */
    private String order() {
        boolean isAnonymous = ExtractPlan.findOwnerColumn(plan.dataset())
                .filter(owner -> plan.columns().stream()
                        .noneMatch(column -> column.name().equals(owner)))
                .isPresent();
        return isAnonymous ? " order by all" : "";
    }

    /** What is wanted of a dataset about groups. */
    String rows() {
        List<String> conditions = new ArrayList<>(inRange());
        conditions.addAll(ofGroups());
        return "select 1 as one from (" + LakeSql.select(snapshot, plan.dataset()) + ") as landed" + where(conditions);
    }

    private List<String> ofGroups() {
        return plan.scope() instanceof Scope.Groups groups
                        && ExtractPlan.findOwnerColumn(plan.dataset()).isEmpty()
                ? List.of("lower(" + SqlText.name(ExtractPlan.groupColumn(plan.dataset())) + ") in ("
                        + groups.ids().stream().map(SqlText::literal).collect(Collectors.joining(", ")) + ")")
                : List.of();
    }

    private String columns() {
        return switch (plan.format()) {
            case JSON -> JsonSql.line(plan.dataset(), plan.columns()) + " as line";
            case PARQUET ->
                SqlText.names(plan.columns().stream().map(Column::name).toList());
            case CSV -> plan.columns().stream().map(ExtractSql::csv).collect(Collectors.joining(", "));
        };
    }

    /** Nested values as JSON, instants as in JSON. */
    private static String csv(Column column) {
        String name = SqlText.name(column.name());
        if (column.type() == Scalar.INSTANT) {
            return JsonSql.instant(name) + " as " + name;
        }
        return column.type() instanceof Scalar ? name : JsonSql.value(column.type(), name, 1) + " as " + name;
    }

    private String options() {
        return switch (plan.format()) {
            case JSON -> JsonLines.COPY;
            case PARQUET -> PARQUET;
            case CSV -> CSV;
        };
    }

    private List<String> inRange() {
        List<String> conditions = new ArrayList<>();
        plan.findRange().ifPresent(range -> {
            range.findFrom().ifPresent(from -> conditions.add(compared(range, ">=", from)));
            range.findTo().ifPresent(to -> conditions.add(compared(range, "<", to)));
        });
        return conditions;
    }

    private static String compared(DateRange range, String how, Instant instant) {
        return SqlText.name(range.column()) + " " + how + " timestamp '"
                + instant.toString().replace("T", " ").replace("Z", "") + "'";
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
