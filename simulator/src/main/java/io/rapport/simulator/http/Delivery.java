package io.rapport.simulator.http;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How the bytes of an answer travel.
 *
 * @param delay before the first of them, in real time
 * @param cutAfter after how many bytes of the body the connection is closed; at 0 no byte is sent at all, not even a status
 */
public record Delivery(Duration delay, OptionalInt cutAfter) {

    /** At once and whole. */
    public static final Delivery PLAIN = new Delivery(Duration.ZERO, OptionalInt.empty());

    public Delivery {
        if (delay.isNegative() || cutAfter.orElse(0) < 0) {
            throw new IllegalArgumentException("A delay and a number of bytes are at least 0.");
        }
    }
}
