package io.rapport.connect.row;

import io.rapport.connect.row.RowReader.Outcome;
import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Row;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonFactory;

/**
 * Rows of one dataset as Graph sends them, completed by what only the export writes: the object's type, the mailbox's
 * owner, the tenant. Not thread-safe; the row is reused.
 */
public final class StampedRows {

    /** Columns that Graph has no properties for. */
    private static final Set<String> STAMPS = Set.of("ODataType", "puser", "ptenant", "pObjectId");

    private final RowReader reader;
    private final Row row;
    private final int type;
    private final int tenant;
    private final String typeName;
    private final String tenantId;

    /** @param typeName what the export writes as {@code ODataType} */
    public StampedRows(JsonFactory json, Dataset dataset, String typeName, String tenantId) {
        this.reader = new RowReader(json, dataset, RowLimits.DEFAULT);
        this.row = new Row(dataset);
        this.type = dataset.index("ODataType");
        this.tenant = dataset.index("ptenant");
        this.typeName = typeName;
        this.tenantId = tenantId;
    }

    /** The {@code $select} that asks for what may land, and for nothing else. */
    public static String select(Dataset dataset) {
        return dataset.columns().stream()
                .filter(column -> !column.isDerived() && !STAMPS.contains(column.name()))
                .map(Column::name)
                .collect(Collectors.joining(","));
    }

    /** Reads the object whose opening brace the parser has just passed. */
    public Outcome read(JsonParser parser) {
        Outcome outcome = reader.read(parser, row);
        row.set(type, typeName);
        row.set(tenant, tenantId);
        return outcome;
    }

    /** Why the last object was rejected. */
    public String reason() {
        return reader.reason();
    }

    /** The last object that was read. */
    public Row row() {
        return row;
    }

    /** A column's text, or empty where it is absent. */
    public String text(int column) {
        return row.value(column) instanceof String text ? text : "";
    }
}
