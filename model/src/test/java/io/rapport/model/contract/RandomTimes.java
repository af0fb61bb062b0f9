package io.rapport.model.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times where mistakes live: around midnight, the window's edges, the turn of the year, clock changes. */
final class RandomTimes {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final List<String> NO_TIMES =
            List.of("0001-01-01T00:00:00Z", "1706-05-04T03:02:01Z", "1989-12-31T23:59:59Z", "");
    private static final List<Integer> STEPS = List.of(-86_400, -3_600, -1, 0, 1, 59, 3_600, 43_200, 86_399);

    private final Dice dice;
    private final LocalDate asOf;
    private final ZoneId zone;

    RandomTimes(Dice dice, LocalDate asOf, ZoneId zone) {
        this.dice = dice;
        this.asOf = asOf;
        this.zone = zone;
    }

    Instant any() {
        return switch (dice.below(8)) {
            case 0 -> midnight(asOf.minusYears(1).plusDays(1)).plusSeconds(dice.of(STEPS));
            case 1 -> midnight(asOf.plusDays(1)).plusSeconds(dice.of(STEPS));
            case 2 -> midnight(asOf.withDayOfYear(1)).plusSeconds(dice.of(STEPS));
            case 3 -> clockChange().plusSeconds(dice.of(STEPS));
            case 4 ->
                midnight(asOf.minusDays(dice.below(370)).withDayOfMonth(1)).plusSeconds(dice.of(STEPS));
            default -> within();
        };
    }

    /** Somewhere in the last weeks or in the window. */
    Instant within() {
        int daysBack = dice.percent(50) ? dice.below(40) : dice.below(366);
        return midnight(asOf.minusDays(daysBack)).plusSeconds(dice.below(86_400));
    }

    /** Shortly after another: how long answers take. */
    Instant after(Instant time) {
        long day = Duration.ofDays(1).toSeconds();
        return time.plusSeconds(
                dice.of(List.of(0L, 0L, 0L, 1L, 59L, 3_600L, day, 14 * day - 1, 14 * day, 14 * day + 1)));
    }

    /** The instant as exports write it: to the second or finer, in UTC or with an offset or bare. */
    String written(Instant time) {
        String utc = LOCAL.format(time.atOffset(ZoneOffset.UTC));
        return switch (dice.below(6)) {
            case 0 -> utc;
            case 1 -> utc + ".9999999Z";
            case 2 -> LOCAL.format(time.atOffset(ZoneOffset.ofHoursMinutes(5, 30))) + "+05:30";
            case 3 -> utc.replace('T', ' ');
            default -> utc + "Z";
        };
    }

    /** Something that stands for no time. */
    @Nullable
    String none() {
        return dice.percent(40) ? null : dice.of(NO_TIMES);
    }

    static String wallClock(Instant time, ZoneId zone) {
        return LOCAL.format(time.atZone(zone));
    }

    private Instant midnight(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private Instant clockChange() {
        ZoneOffsetTransition change = zone.getRules().previousTransition(midnight(asOf));
        return change == null ? within() : change.getInstant();
    }
}
