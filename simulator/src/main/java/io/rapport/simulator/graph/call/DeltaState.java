package io.rapport.simulator.graph.call;

import io.rapport.simulator.graph.odata.GraphRefusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a token of a delta query stands for.
 *
 * @param since what the client knows already; null in a first round
 * @param at what it will know after the round
 * @param from how much of the round has been told
 * @param page how many pages
 * @param generation of the sync state; an older one is expired
 * @param query the query string of the first request
 */
record DeltaState(@Nullable Instant since, Instant at, int from, int page, int generation, String query) {

    private static final String NEVER = "-";

    List<String> fields() {
        return List.of(
                since == null ? NEVER : "" + since.toEpochMilli(),
                "" + at.toEpochMilli(),
                "" + from,
                "" + page,
                "" + generation,
                query);
    }

    static DeltaState of(List<String> fields) {
        if (fields.size() != 6) {
            throw GraphRefusal.badRequest("Badly formed token.");
        }
        return new DeltaState(
                fields.get(0).equals(NEVER) ? null : Instant.ofEpochMilli(Long.parseLong(fields.get(0))),
                Instant.ofEpochMilli(Long.parseLong(fields.get(1))),
                Integer.parseInt(fields.get(2)),
                Integer.parseInt(fields.get(3)),
                Integer.parseInt(fields.get(4)),
                fields.get(5));
    }

    DeltaState next(int told) {
        return new DeltaState(since, at, told, page + 1, generation, query);
    }

    /** The round that begins when this one has ended. */
    DeltaState round(Instant now) {
        return new DeltaState(at, now, 0, 0, generation, query);
    }
}
