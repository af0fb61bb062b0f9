package io.rapport.simulator.throttle;

/**
 * How much one app may ask for.
 *
 * @param mailboxConcurrency at the same time of one mailbox; the same at any factor
 * @param mailboxRequests of one mailbox, in ten minutes
 * @param directoryUnits of the directory, in ten seconds
 * @param allRequests in ten seconds
 */
public record ThrottleLimits(int mailboxConcurrency, long mailboxRequests, long directoryUnits, long allRequests) {

    private static final int MAILBOX_CONCURRENCY = 4;
    private static final long MAILBOX_REQUESTS = 10_000;
    private static final long ALL_REQUESTS = 130_000;

    public ThrottleLimits {
        if (mailboxConcurrency < 1 || mailboxRequests < 1 || directoryUnits < 1 || allRequests < 1) {
            throw new IllegalArgumentException("A limit is at least 1.");
        }
    }

    /** Those that Microsoft documents for a tenant of this many users. */
    public static ThrottleLimits documented(int users) {
        long units = users < 50 ? 3_500 : users <= 500 ? 5_000 : 8_000;
        return new ThrottleLimits(MAILBOX_CONCURRENCY, MAILBOX_REQUESTS, units, ALL_REQUESTS);
    }

    /**
     * The same, all but the concurrency times a factor.
     *
     * @param factor 1 for the documented limits, less for narrower ones; more than 0
     */
    public ThrottleLimits times(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("The factor is " + factor + "; it is more than 0.");
        }
        return new ThrottleLimits(
                mailboxConcurrency,
                scaled(mailboxRequests, factor),
                scaled(directoryUnits, factor),
                scaled(allRequests, factor));
    }

    private static long scaled(long limit, double factor) {
        return Math.max(1, Math.round(limit * factor));
    }
}
