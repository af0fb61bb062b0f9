package io.rapport.model.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a case expects of the tables; only the cells that it names are looked at. */
final class CaseExpectation {

    private static final Set<String> NOT_COLUMNS = Set.of("account", "level", "start", "absent", "component");

    private final GoldenCase of;
    private final Namespace namespace;
    private final Map<String, @Nullable Object> expected;

    CaseExpectation(GoldenCase of) {
        this.of = of;
        this.namespace = of.namespace();
        this.expected = Yaml.map(
                of.body().get("expect"),
                "Office",
                "order",
                "UserTable",
                "Score",
                "Coverage",
                "allCoverage",
                "Relations",
                "warns",
                "refused");
        if (expected.isEmpty()) {
            throw new IllegalArgumentException("expects nothing");
        }
        boolean dependsOnOthers = !List.of("Office", "UserTable", "Relations").containsAll(expected.keySet())
                || Yaml.text(expected.get("Office")).contains("EngagementScore")
                || of.parameters().options().excludeGroup() != null;
        if (dependsOnOthers && !of.isAlone()) {
            throw new IllegalArgumentException("depends on the whole run: write alone: true");
        }
    }

    /** A word of the message with which the run is refused, or null. */
    @Nullable
    String refused() {
        Object word = expected.get("refused");
        return word == null ? null : word.toString();
    }

    /** In words; empty where everything is as expected. */
    List<String> differences(Tables tables) {
        List<String> found = new ArrayList<>();
        compareOffice(tables, found);
        compareLists("order", expected.get("order"), column(tables.office(), "PrimaryKey"), found);
        compareUserTable(tables, found);
        compareScore(tables, found);
        compareCoverage(tables, found);
        for (Object entry : Yaml.list(expected.get("Relations"))) {
            Map<String, @Nullable Object> row = Yaml.map(entry);
            String account = Yaml.text(namespace.id(row.get("account")));
            compareRow("relation of " + account, row, find(tables.relations(), "account_id", account), found);
        }
        Object warns = expected.get("warns");
        if (warns != null && warns.equals(tables.warnings().isEmpty())) {
            found.add("warns: expected " + warns + ", warnings are " + tables.warnings());
        }
        return found;
    }

    private void compareOffice(Tables tables, List<String> found) {
        Map<String, Set<String>> mentioned = new LinkedHashMap<>();
        for (Object entry : Yaml.list(expected.get("Office"))) {
            Map<String, @Nullable Object> row = Yaml.map(entry);
            String account = Yaml.text(namespace.id(row.get("account")));
            String level = Yaml.text(row.getOrDefault("level", "year"));
            Set<String> starts = mentioned.computeIfAbsent(account + "|" + level, key -> new LinkedHashSet<>());
            if (Boolean.TRUE.equals(row.get("absent"))) {
                continue;
            }
            String start = Yaml.text(row.get("start"));
            String key = account + "|" + level + (level.equals("year") ? "" : "|" + start);
            starts.add(key);
            compareRow(key, row, find(tables.office(), "PrimaryKey", key), found);
        }
        mentioned.forEach((prefix, keys) -> {
            for (String key : column(tables.office(), "PrimaryKey")) {
                boolean isOfThese = key.equals(prefix) || key.startsWith(prefix + "|");
                if (isOfThese && !keys.contains(key)) {
                    found.add("a row that nobody expects: " + key);
                }
            }
        });
    }

    private void compareUserTable(Tables tables, List<String> found) {
        if (!expected.containsKey("UserTable")) {
            return;
        }
        List<String> lines = new ArrayList<>();
        for (Object entry : Yaml.list(expected.get("UserTable"))) {
            Map<String, @Nullable Object> words = Yaml.mapOrWords(entry, "address", "id");
            boolean isInDirectory = !"-".equals(words.get("id"));
            lines.add(namespace.address(words.get("address")) + " "
                    + (isInDirectory ? namespace.id(words.get("id")) : "-"));
        }
        List<String> actual = new ArrayList<>();
        for (Map<String, @Nullable Object> row : tables.userTable()) {
            String address = Cells.text("EmailAddress", row.get("EmailAddress"));
            String id = Cells.text("EntraId", row.get("EntraId"));
            if (namespace.owns(address, id)) {
                actual.add(address + " " + (id.isEmpty() ? "-" : id));
            }
        }
        compareLists("UserTable", lines, actual, found);
    }

    private void compareScore(Tables tables, List<String> found) {
        for (Object entry : Yaml.list(expected.get("Score"))) {
            Map<String, @Nullable Object> row = Yaml.map(entry);
            String level = Yaml.text(row.getOrDefault("level", "year"));
            String key = row.get("account") + "|" + level + (level.equals("year") ? "" : "|" + row.get("start"));
            Map<String, @Nullable Object> actual = null;
            for (Map<String, @Nullable Object> line : tables.score()) {
                boolean isIt = key.equals(Cells.text("PrimaryKey", line.get("PrimaryKey")))
                        && Objects.equals(row.get("component"), line.get("Component"));
                actual = isIt ? line : actual;
            }
            compareRow(key + " " + row.get("component"), row, actual, found);
        }
    }

    private void compareCoverage(Tables tables, List<String> found) {
        List<String> lines = new ArrayList<>();
        for (Map<String, @Nullable Object> row : tables.coverage()) {
            lines.add(coverageLine(List.of(
                    Cells.text("Section", row.get("Section")),
                    Cells.text("Item", row.get("Item")),
                    Cells.text("Reason", row.get("Reason")),
                    Cells.text("Count", row.get("Count")))));
        }
        for (Object entry : Yaml.list(expected.get("Coverage"))) {
            List<@Nullable Object> words = Yaml.list(entry);
            String line = coverageLine(words);
            if (line.endsWith(": absent")) {
                String start = line.substring(0, line.length() - "absent".length());
                lines.stream().filter(actual -> actual.startsWith(start)).forEach(actual -> found.add("has " + actual));
            } else if (!lines.contains(line)) {
                found.add("Coverage lacks " + line + "; it has " + lines);
            }
        }
        if (expected.containsKey("allCoverage")) {
            List<String> all = new ArrayList<>();
            Yaml.list(expected.get("allCoverage")).forEach(entry -> all.add(coverageLine(Yaml.list(entry))));
            compareLists("Coverage", all, lines, found);
        }
    }

    /** Section / Item[ / Reason]: Count. */
    private static String coverageLine(List<@Nullable Object> words) {
        int last = words.size() - 1;
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < last; i++) {
            String word = Yaml.text(words.get(i));
            line.append(i == 0 || word.isEmpty() ? "" : " / ").append(word);
        }
        return line.append(": ").append(Yaml.text(words.get(last))).toString();
    }

    private void compareRow(
            String what,
            Map<String, @Nullable Object> row,
            @Nullable Map<String, @Nullable Object> actual,
            List<String> found) {
        if (actual == null) {
            found.add("no row " + what);
            return;
        }
        row.forEach((column, value) -> {
            if (NOT_COLUMNS.contains(column)) {
                return;
            }
            if (!actual.containsKey(column)) {
                found.add("no column " + column);
                return;
            }
            boolean isName = column.equals("CustomerId") || column.equals("PrimaryKey");
            String expectedText = Cells.text(column, isName ? namespace.id(value) : value);
            String actualText = Cells.text(column, actual.get(column));
            if (!expectedText.equals(actualText)) {
                found.add(what + " " + column + ": expected " + expectedText + " but was " + actualText);
            }
        });
    }

    private static void compareLists(String what, @Nullable Object expected, List<String> actual, List<String> found) {
        if (expected == null) {
            return;
        }
        List<String> texts = new ArrayList<>();
        Yaml.list(expected).forEach(value -> texts.add(Yaml.text(value)));
        if (!texts.equals(actual)) {
            found.add(what + ": expected " + texts + " but was " + actual);
        }
    }

    private static @Nullable Map<String, @Nullable Object> find(
            List<Map<String, @Nullable Object>> rows, String column, String value) {
        for (Map<String, @Nullable Object> row : rows) {
            if (value.equals(Cells.text(column, row.get(column)))) {
                return row;
            }
        }
        return null;
    }

    private static List<String> column(List<Map<String, @Nullable Object>> rows, String column) {
        List<String> values = new ArrayList<>();
        rows.forEach(row -> values.add(Cells.text(column, row.get(column))));
        return values;
    }

    @Override
    public String toString() {
        return of.title();
    }
}
