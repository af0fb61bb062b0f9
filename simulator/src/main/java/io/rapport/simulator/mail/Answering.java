package io.rapport.simulator.mail;

import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Office;
import io.rapport.simulator.worktime.WorkClock;

/** How long people take to answer: mostly an hour or so, sometimes a minute, sometimes days, rarely weeks. */
final class Answering {

    /** Seconds; 64 equally likely values of a log-normal distribution with a median of 50 minutes and a sigma of 1.7. */
    private static final int[] SECONDS = {
        49, 102, 150, 197, 245, 294, 345, 397, 452, 509, 569, 632, 697, 766, 838, 914, 993, 1077, 1166, 1259, 1357,
        1460, 1569, 1685, 1807, 1937, 2074, 2220, 2375, 2539, 2715, 2902, 3102, 3315, 3544, 3790, 4054, 4339, 4647,
        4980, 5341, 5734, 6164, 6634, 7151, 7722, 8354, 9059, 9849, 10_740, 11_752, 12_910, 14_250, 15_816, 17_672,
        19_906, 22_651, 26_107, 30_605, 36_727, 45_619, 59_946, 87_991, 182_813
    };

    private static final int WEEKS_PER_MILLE = 8;

    private Answering() {}

    /**
     * When an answer is sent.
     *
     * @param second when what is answered was sent
     * @param percent how long they take there, 100 being usual
     */
    static long moment(WorkClock clock, Office office, long second, int percent, Draws draws) {
        int index = draws.below(SECONDS.length);
        int least = SECONDS[index];
        int most = index + 1 < SECONDS.length ? SECONDS[index + 1] : least * 2;
        long latency = (long) draws.between(least, most) * percent / 100;
        if (draws.isWithin(WEEKS_PER_MILLE)) {
            latency += draws.between(10, 19) * 86_400L;
        }
        return Math.max(second + 20, clock.awake(office, second + latency, draws));
    }
}
