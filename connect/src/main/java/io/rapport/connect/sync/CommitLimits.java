package io.rapport.connect.sync;

import java.time.Duration;

/**
 * When what a round has gathered is committed: whichever comes first.
 *
 * @param rows at least 1
 * @param age of the oldest row that waits
 */
public record CommitLimits(long rows, Duration age) {

    /** About 300 MB of what Graph sends, or half a minute. */
    public static final CommitLimits USUAL = new CommitLimits(250_000, Duration.ofSeconds(30));

    public CommitLimits {
        if (rows < 1) {
            throw new IllegalArgumentException("a commit of " + rows + " rows; the least is 1");
        }
    }

    /** With another number of rows. */
    public CommitLimits withRows(long other) {
        return new CommitLimits(other, age);
    }
}
