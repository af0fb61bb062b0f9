package io.rapport.model.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What two sets of tables don't agree on, row by row, in words for a test's message. */
public final class Differences {

    private static final int MOST = 12;

    private Differences() {}

    /**
     * Empty where all tables hold the same rows, in the same order but for {@code _Score}, whose order the
     * contract leaves open, and both warn or neither does.
     */
    public static List<String> between(Tables expected, Tables actual) {
        List<String> found = new ArrayList<>();
        compare("table", expected.office(), actual.office(), found);
        compare("_UserTable", expected.userTable(), actual.userTable(), found);
        compareLines("_Score", sorted(expected.score()), sorted(actual.score()), found);
        compare("_Coverage", expected.coverage(), actual.coverage(), found);
        compare("relations", expected.relations(), actual.relations(), found);
        if (expected.warnings().isEmpty() != actual.warnings().isEmpty()) {
            found.add("warnings: expected " + expected.warnings() + " but were " + actual.warnings());
        }
        return found;
    }

    private static void compare(
            String table,
            List<Map<String, @Nullable Object>> expected,
            List<Map<String, @Nullable Object>> actual,
            List<String> found) {
        compareLines(table, Cells.lines(expected), Cells.lines(actual), found);
    }

    private static List<String> sorted(List<Map<String, @Nullable Object>> rows) {
        List<String> lines = Cells.lines(rows);
        Collections.sort(lines);
        return lines;
    }

    private static void compareLines(
            String table, List<String> expectedLines, List<String> actualLines, List<String> found) {
        if (expectedLines.equals(actualLines)) {
            return;
        }
        Set<String> missing = new LinkedHashSet<>(expectedLines);
        actualLines.forEach(missing::remove);
        Set<String> surplus = new LinkedHashSet<>(actualLines);
        expectedLines.forEach(surplus::remove);
        missing.stream().limit(MOST).forEach(line -> found.add(table + " lacks " + line));
        surplus.stream().limit(MOST).forEach(line -> found.add(table + " has " + line));
        if (missing.isEmpty() && surplus.isEmpty()) {
            found.add(table + ": the same rows in another order or number");
        }
    }
}
