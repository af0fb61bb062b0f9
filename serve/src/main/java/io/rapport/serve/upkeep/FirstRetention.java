package io.rapport.serve.upkeep;

import io.rapport.lake.Lake;
import io.rapport.lake.manifest.KeptMonths;
import io.rapport.serve.upkeep.Upkeep.FormerMonth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The first retention of a home by a server waits: a home of old exports loses nothing before its administrators had
 * {@link #NOTICE} to see what would leave. It does not wait where they chose how many months are kept, or where former months
 * were taken out before.
 */
public final class FirstRetention {

    /** How long from when a server first saw that months would leave. */
    public static final Duration NOTICE = Duration.ofDays(7);

    private final Lake lake;
    private final UpkeepSettings settings;

    public FirstRetention(Lake lake, UpkeepSettings settings) {
        this.lake = lake;
        this.settings = settings;
    }

    /**
     * What leaves, and when.
     *
     * @param months how many, of all datasets together
     * @param rows in them, hidden ones included
     * @param kept the first month that stays
     * @param from the first night after this takes them out
     */
    public record Notice(long months, long rows, KeptMonths kept, Instant from) {

        /** Whether the night has to leave them where they are. */
        public boolean isWaiting(Instant now) {
            return now.isBefore(from);
        }
    }

    /** Empty where nothing would leave, or nobody needs to be told. The first call that finds something begins the notice. */
    public Optional<Notice> find(Instant now) {
        Optional<KeptMonths> kept = settings.keptFor().at(now);
        if (kept.isEmpty() || settings.isChosen() || lake.upkeep().findKept().isPresent()) {
            return Optional.empty();
        }
        List<FormerMonth> former = new Upkeep(lake)
                .former(kept).stream().filter(month -> month.rows() > 0).toList();
        if (former.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                former.stream().map(FormerMonth::month).distinct().count(),
                former.stream().mapToLong(FormerMonth::rows).sum(),
                kept.get(),
                settings.noticeSince(now).plus(NOTICE)));
    }
}
