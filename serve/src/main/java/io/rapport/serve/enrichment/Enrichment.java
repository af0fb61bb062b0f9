package io.rapport.serve.enrichment;

import io.rapport.core.address.Address;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An enrichment that somebody saved.
 *
 * @param id never given again
 * @param fields what it counts; complete
 * @param groups those of its addresses that were groups when it was saved
 * @param askedBy who saved it, by the name that people know
 * @param decidedBy who agreed, declined or withdrew; null before
 * @param decidedAt when; null before
 * @param nextRunAt when it runs by itself next; null where it doesn't
 */
public record Enrichment(
        String id,
        SpecFields fields,
        List<Address> groups,
        EnrichmentState state,
        String askedBy,
        Instant createdAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant nextRunAt) {

    public Enrichment {
        groups = List.copyOf(groups);
    }

    public String name() {
        return fields.value(SpecFields.NAME);
    }

    /** Name of the output table. */
    public String output() {
        return fields.value(SpecFields.OUTPUT);
    }

    public Schedule schedule() {
        return fields.schedule();
    }

    public ZoneId timeZone() {
        String zone = fields.value(SpecFields.ZONE);
        return ZoneId.of(zone.isEmpty() ? "UTC" : zone);
    }

    public Optional<Instant> findNextRun() {
        return Optional.ofNullable(nextRunAt);
    }
}
