package io.rapport.simulator.company;

/** How a customer's mail comes and goes. Spans are days; each account begins somewhere in its own cycle. */
public enum Behaviour {
    /** Always about the same. */
    STEADY(0),
    /** Swells for months, then falls back. */
    RISING(420),
    /** Lively for eight months, then nothing for four or five, and back again: quiet, and revived. */
    FADING(390),
    /** A project of three months, then next to nothing. */
    BURSTS(210),
    /** One of our people, always the same. */
    ONE_PERSON(0),
    /** Newsletters, and hardly a word beside them. */
    NEWSLETTER(0),
    /** A name in the profiles, never a word. */
    SILENT(0);

    private final int cycleDays;

    Behaviour(int cycleDays) {
        this.cycleDays = cycleDays;
    }

    /**
     * How lively a day is, 1,000 being usual.
     *
     * @param day of the epoch
     * @param offset where in its cycle the account stands on day 0
     */
    int level(long day, int offset) {
        if (cycleDays == 0) {
            return this == SILENT ? 0 : this == NEWSLETTER ? 60 : 1000;
        }
        int phase = (int) Math.floorMod(day + offset, (long) cycleDays);
        return switch (this) {
            case RISING -> phase < 300 ? 150 + phase * 6 : Math.max(150, 1950 - (phase - 300) * 15);
            case FADING -> phase < 250 ? 1200 : phase < 265 ? 300 : 0;
            case BURSTS -> phase < 95 ? 2000 : 80;
            default -> 1000;
        };
    }

    /** The mean of a cycle, 1,000 being usual. */
    public int meanLevel() {
        return switch (this) {
            case RISING -> 1000;
            case FADING -> 780;
            case BURSTS -> 950;
            case NEWSLETTER -> 60;
            case SILENT -> 0;
            default -> 1000;
        };
    }

    static Behaviour drawn(int perMille) {
        if (perMille < 420) {
            return STEADY;
        }
        if (perMille < 530) {
            return RISING;
        }
        if (perMille < 660) {
            return FADING;
        }
        if (perMille < 740) {
            return BURSTS;
        }
        if (perMille < 860) {
            return ONE_PERSON;
        }
        return perMille < 925 ? NEWSLETTER : SILENT;
    }
}
