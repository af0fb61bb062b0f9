package io.rapport.simulator.control;

import java.time.Duration;

/** What goes wrong with a request. */
public sealed interface Fault {

    /**
     * Refused, with Microsoft's error shape.
     *
     * @param status 400 to 599
     * @param code {@code error.code}; empty for the one that usually comes with the status
     * @param retryAfter the header's text; empty for none
     */
    record Status(int status, String code, String retryAfter) implements Fault {

        public Status {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("A failing status is 400 to 599, not " + status + ".");
            }
        }
    }

    /** Answered well, but late; in real time. */
    record Slow(Duration by) implements Fault {

        public Slow {
            if (by.isNegative() || by.compareTo(Duration.ofMinutes(5)) > 0) {
                throw new IllegalArgumentException("An answer is at most 5 minutes late, not " + by + ".");
            }
        }
    }

    /**
     * The connection ends before the answer does.
     *
     * @param afterBytes of the body; 0 sends nothing at all
     */
    record Cut(int afterBytes) implements Fault {

        public Cut {
            if (afterBytes < 0) {
                throw new IllegalArgumentException(
                        "A connection is cut after 0 bytes or more, not " + afterBytes + ".");
            }
        }
    }

    /** A well-delivered body that ends in the middle of its JSON. */
    record Truncated() implements Fault {}

    /** A body that is no JSON: a page of some proxy, with the status 200. */
    record NotJson() implements Fault {}

    /** JSON of the right shape with values of the wrong type. */
    record WrongTypes() implements Fault {}

    static Fault status(int status) {
        return new Status(status, "", "");
    }

    static Fault status(int status, String code) {
        return new Status(status, code, "");
    }

    static Fault throttled(String retryAfter) {
        return new Status(429, "", retryAfter);
    }
}
