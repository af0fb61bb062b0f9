package io.rapport.serve.demo;

import java.util.List;

/** Numbers over time as a row of little bars; a dot where there was nothing. */
public final class Sparkline {

    private static final String BARS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /**
     * @param values the oldest first, none below 0
     * @param perBar how many values one bar stands for; the first bar may stand for fewer
     */
    public static String of(List<Long> values, int perBar) {
        int bars = (values.size() + perBar - 1) / perBar;
        long[] sums = new long[bars];
        long highest = 1;
        for (int i = 0; i < values.size(); i++) {
            int bar = bars - 1 - (values.size() - 1 - i) / perBar;
            sums[bar] += values.get(i);
            highest = Math.max(highest, sums[bar]);
        }
        StringBuilder line = new StringBuilder();
        for (long sum : sums) {
            line.append(
                    sum == 0
                            ? '·'
                            : BARS.charAt(Math.min(BARS.length() - 1, (int) (sum * BARS.length() / (highest + 1)))));
        }
        return line.toString();
    }
}
