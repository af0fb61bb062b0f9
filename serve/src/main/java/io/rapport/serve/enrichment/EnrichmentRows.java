package io.rapport.serve.enrichment;

import io.rapport.core.address.Address;
import io.rapport.serve.json.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How enrichments are written into the state database, and read. */
final class EnrichmentRows {

    private EnrichmentRows() {}

    /** As a list in SQL. */
    static String names(List<EnrichmentState> states) {
        return states.stream().map(known -> "'" + known.name() + "'").collect(Collectors.joining(", "));
    }

    static String text(List<Address> groups) {
        return JsonText.of(groups.stream().map(Address::value).toList());
    }

    static Enrichment read(ResultSet row) throws SQLException {
        return new Enrichment(
                row.getString("id"),
                SpecFields.of(row.getString("fields")),
                JsonText.strings(row.getString("selected_groups")).stream()
                        .flatMap(group -> Address.find(group).stream())
                        .toList(),
                EnrichmentState.valueOf(row.getString("state")),
                row.getString("asked_by"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getString("decided_by"),
                time(row, "decided_at"),
                time(row, "next_run_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Instant.ofEpochMilli(row.getLong(column));
    }
}
