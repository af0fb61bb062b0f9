package io.rapport.serve.web.segment;

import io.rapport.serve.segment.RuleDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A rule as the fields of a form. A field's name begins with the place of its part: {@code r} for the outermost group, {@code
 * r.0} for the first part of it, {@code r.0.2} for the third part of that.
 */
final class RuleForm {

    static final String ROOT = "r";

    /** More than any rule that could be right; what goes beyond is not read. */
    private static final int MOST_PARTS = 100;

    private static final int DEEPEST = 8;

    private RuleForm() {}

    static boolean isSent(Map<String, String> said) {
        return said.containsKey(ROOT + ".match");
    }

    static RuleDraft.Group read(Map<String, String> said) {
        return group(said, ROOT, 1);
    }

    private static RuleDraft.Group group(Map<String, String> said, String path, int depth) {
        List<RuleDraft> rules = new ArrayList<>();
        for (int i = 0; i < MOST_PARTS; i++) {
            String place = path + "." + i;
            if (said.containsKey(place + ".match") && depth < DEEPEST) {
                rules.add(group(said, place, depth + 1));
            } else if (said.containsKey(place + ".column")) {
                rules.add(new RuleDraft.Condition(
                        text(said, place + ".column"), text(said, place + ".operator"), text(said, place + ".value")));
            } else {
                break;
            }
        }
        return new RuleDraft.Group(text(said, path + ".match"), rules);
    }

    private static String text(Map<String, String> said, String name) {
        return said.getOrDefault(name, "");
    }
}
