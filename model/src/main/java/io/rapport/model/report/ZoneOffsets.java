package io.rapport.model.report;

import io.rapport.model.run.InputLines;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a zone's clock is from UTC, stretch by stretch, so that models need no calendar. */
final class ZoneOffsets {

    private ZoneOffsets() {}

    /** Rows that cover the time from the first instant to before the second without a gap. */
    static List<List<@Nullable Object>> rows(ZoneId zone, Instant from, Instant until) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Instant start = from;
        while (start.isBefore(until)) {
            ZoneOffsetTransition next = zone.getRules().nextTransition(start);
            Instant end = next == null || !next.getInstant().isBefore(until) ? until : next.getInstant();
            rows.add(InputLines.row(
                    zone.getId(),
                    start.getEpochSecond(),
                    end.getEpochSecond(),
                    zone.getRules().getOffset(start).getTotalSeconds()));
            start = end;
        }
        return rows;
    }
}
