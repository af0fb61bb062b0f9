package io.rapport.model.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one person did in one own week, counted one by one. */
public final class PersonWeek {

    /** Null where the person does not count. */
    @Nullable
    String department;

    long sent;
    long received;
    long bulk;
    long outside;
    long afterHours;
    final List<Long> replies = new ArrayList<>();
    final Set<String> networkInside = new TreeSet<>();
    final Set<String> networkOutside = new TreeSet<>();
    long meetings;
    long meetingSeconds;
    long added;
    long created;
    long modified;
    long deleted;

    boolean isActive() {
        return sent + received + bulk + meetings + added + created + modified + deleted > 0;
    }

    @Nullable
    Long outsideMillionths() {
        return sent == 0 ? null : Long.valueOf(millionths(outside));
    }

    @Nullable
    Long afterHoursMillionths() {
        return sent == 0 ? null : Long.valueOf(millionths(afterHours));
    }

    private long millionths(long part) {
        return java.math.BigDecimal.valueOf(part)
                .divide(java.math.BigDecimal.valueOf(sent), 6, java.math.RoundingMode.HALF_UP)
                .movePointRight(6)
                .longValueExact();
    }

    /** Twice the median. */
    @Nullable
    Long replyDoubleSeconds() {
        return replies.isEmpty() ? null : Long.valueOf(doubleMedian(replies));
    }

    static long doubleMedian(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? 2 * sorted.get(middle) : sorted.get(middle - 1) + sorted.get(middle);
    }

    /** In the order of the model {@code colleague_week}, from its department on. */
    public List<@Nullable Object> cells() {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(department);
        cells.add(sent);
        cells.add(received);
        cells.add(bulk);
        cells.add(outsideMillionths());
        cells.add(afterHoursMillionths());
        cells.add(replyDoubleSeconds());
        cells.add((long) networkInside.size());
        cells.add((long) networkOutside.size());
        cells.add(meetings);
        cells.add(meetingSeconds);
        cells.add(added);
        cells.add(created);
        cells.add(modified);
        cells.add(deleted);
        return cells;
    }
}
