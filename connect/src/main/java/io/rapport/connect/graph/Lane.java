package io.rapport.connect.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The requests to one mailbox, or to the directory: how many may be under way, how many may begin within ten minutes, and
 * until when none may. Outlook counts per app and mailbox (Microsoft's throttling page, read November 2026).
 */
final class Lane {

    /**
     * @param underWay most requests at a time
     * @param requests most requests within {@link #WINDOW}
     */
    record Limits(int underWay, int requests) {
        static final Limits MAILBOX = new Limits(4, 10_000);
        static final Limits DIRECTORY = new Limits(8, Integer.MAX_VALUE);
    }

    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final int SLICES = 100;
    private static final long SLICE_MILLIS = WINDOW.toMillis() / SLICES;

    final Deque<Flight> waiting = new ArrayDeque<>();
    private final Limits limits;
    /** Requests begun in each slice of the last window and the slice under way. */
    private final int[] begun = new int[SLICES + 1];

    private long slice;
    private int inWindow;
    private int underWay;
    private Instant blockedUntil = Instant.MIN;

    Lane(Limits limits) {
        this.limits = limits;
    }

    /** Whether the next waiting request may begin now. */
    boolean mayBegin(Instant now) {
        Flight next = waiting.peek();
        return next != null
                && underWay + weight(next) <= Math.max(limits.underWay, weight(next))
                && !now.isBefore(freeAt(now, next));
    }

    /** When the next waiting request may begin as far as time alone decides. */
    Instant freeAt(Instant now, Flight next) {
        roll(now);
        if (inWindow + next.request().cost() <= limits.requests || inWindow == 0) {
            return blockedUntil;
        }
        Instant nextSlice = Instant.ofEpochMilli((slice + 1) * SLICE_MILLIS);
        return nextSlice.isAfter(blockedUntil) ? nextSlice : blockedUntil;
    }

    void begin(Flight flight, Instant now) {
        roll(now);
        underWay += weight(flight);
        begun[(int) (slice % begun.length)] += flight.request().cost();
        inWindow += flight.request().cost();
    }

    void end(Flight flight) {
        underWay -= weight(flight);
    }

    /** None begins before this. */
    void block(Instant until) {
        blockedUntil = until.isAfter(blockedUntil) ? until : blockedUntil;
    }

    /** A batch takes all of a mailbox's places: Graph works on four of its parts at once. */
    private int weight(Flight flight) {
        return flight.request().cost() > 1 && limits.equals(Limits.MAILBOX) ? limits.underWay : 1;
    }

    private void roll(Instant now) {
        long current = Math.floorDiv(now.toEpochMilli(), SLICE_MILLIS);
        if (current - slice > SLICES) {
            java.util.Arrays.fill(begun, 0);
            inWindow = 0;
            slice = current;
        }
        while (slice < current) {
            slice++;
            int oldest = (int) (slice % begun.length);
            inWindow -= begun[oldest];
            begun[oldest] = 0;
        }
    }
}
