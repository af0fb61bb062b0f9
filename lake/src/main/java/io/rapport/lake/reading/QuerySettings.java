package io.rapport.lake.reading;

import java.time.Duration;

/**
 * Bounds of a person's query.
 *
 * @param timeout how long it may run; more than nothing
 * @param mostRows how many rows are shown; at least 1
 */
public record QuerySettings(Duration timeout, int mostRows) {

    public QuerySettings {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout of " + timeout);
        }
        if (mostRows < 1) {
            throw new IllegalArgumentException(mostRows + " rows; the least is 1");
        }
    }
}
