package io.rapport.serve.web.insight;

import io.rapport.model.report.CollaborationMetric;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a reader looks at; its address has all of it.
 *
 * @param department key of one; empty for all together
 * @param weeks how many of the last
 * @param week the Monday of the matrix; empty or unknown for the last one with something in it
 */
record CollaborationChoice(CollaborationMetric metric, String department, int weeks, String week) {

    static final List<Integer> WEEKS = List.of(13, 26, 57);
    static final int USUAL_WEEKS = 13;

    /** A department's key begins with this, so that the one without a name has a key too. */
    private static final String NAMED = "d.";

    static String key(String department) {
        return NAMED + department;
    }

    CollaborationChoice with(CollaborationMetric other) {
        return new CollaborationChoice(other, department, weeks, week);
    }

    CollaborationChoice withDepartment(String other) {
        return new CollaborationChoice(metric, other, weeks, week);
    }

    CollaborationChoice withWeeks(int other) {
        return new CollaborationChoice(metric, department, other, week);
    }

    String href() {
        return CollaborationWords.PATH + "?metric=" + metric.word() + "&weeks=" + weeks
                + (department.isEmpty() ? "" : "&department=" + encoded(department))
                + (week.isEmpty() ? "" : "&week=" + encoded(week));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
