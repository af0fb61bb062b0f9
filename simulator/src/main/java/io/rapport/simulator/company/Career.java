package io.rapport.simulator.company;

/**
 * Department and title over time: one change at most.
 *
 * @param first the department at the beginning
 * @param firstTitle the title in it
 * @param next the department after the change; the same where there is none
 * @param nextTitle the title in it
 * @param changeSecond when, in seconds since 1970; {@link Long#MAX_VALUE}: never
 */
public record Career(Department first, String firstTitle, Department next, String nextTitle, long changeSecond) {

    Department department(long second) {
        return second < changeSecond ? first : next;
    }

    String jobTitle(long second) {
        return second < changeSecond ? firstTitle : nextTitle;
    }

    long lastChanged(long second) {
        return second < changeSecond ? Long.MIN_VALUE : changeSecond;
    }
}
