package io.rapport.serve.web.customer;

import java.util.Collections;
import java.util.List;

/** A row of little bars, as one SVG path: 26 of them, 4 wide, in a box 24 high. */
final class Trend {

    private static final int HIGH = 24;
    private static final int STEP = 4;

    private Trend() {}

    /** Empty where nothing is above 0. */
    static String path(List<Long> values) {
        long most = Collections.max(values);
        if (most == 0) {
            return "";
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            long high = values.get(i) == 0 ? 0 : Math.max(2, values.get(i) * HIGH / most);
            if (high > 0) {
                path.append('M')
                        .append(i * STEP)
                        .append(' ')
                        .append(HIGH)
                        .append("v-")
                        .append(high)
                        .append("h3v")
                        .append(high)
                        .append('z');
            }
        }
        return path.toString();
    }

    static String words(List<Long> values) {
        long late = values.subList(values.size() - 4, values.size()).stream()
                .mapToLong(Long::longValue)
                .sum();
        long all = values.stream().mapToLong(Long::longValue).sum();
        return "Emails and three times the meetings of the last 26 weeks: " + all + " in all, " + late
                + " in the last four";
    }
}
