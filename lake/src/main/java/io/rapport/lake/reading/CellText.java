package io.rapport.lake.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A value of a query's answer as text. */
final class CellText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private CellText() {}

    /** @param type the engine's type of the column */
    static @Nullable String of(ResultSet row, int column, String type) throws SQLException {
        if (type.equals("TIMESTAMP WITH TIME ZONE")) {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : TIME.format(time.withOffsetSameInstant(ZoneOffset.UTC));
        }
        if (type.startsWith("TIMESTAMP")) {
            // Not as a java.sql.Timestamp: that one would look at the machine's own zone.
            LocalDateTime time = row.getObject(column, LocalDateTime.class);
            return time == null ? null : TIME.format(time);
        }
        Object value = row.getObject(column);
        return value == null ? null : value.toString();
    }
}
