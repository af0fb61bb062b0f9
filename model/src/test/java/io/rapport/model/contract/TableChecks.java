package io.rapport.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What holds of the tables of any one run. */
final class TableChecks {

    private static final BigDecimal ROUNDING = new BigDecimal("0.0505");

    private final Tables tables;
    private final Map<String, Map<String, @Nullable Object>> office = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<String, @Nullable Object>>> breakdown = new LinkedHashMap<>();

    TableChecks(Tables tables) {
        this.tables = tables;
        tables.office().forEach(row -> office.put(text(row, "PrimaryKey"), row));
        tables.score()
                .forEach(row -> breakdown
                        .computeIfAbsent(text(row, "PrimaryKey"), key -> new LinkedHashMap<>())
                        .put(text(row, "Component"), row));
    }

    void checkAll() {
        assertThat(office).as("PrimaryKey is unique").hasSize(tables.office().size());
        assertThat(breakdown.keySet()).containsExactlyInAnyOrderElementsOf(office.keySet());
        assertThat(tables.score()).hasSize(9 * office.size());
        office.values().forEach(this::checkRow);
        checkThatEqualRowsHaveEqualScores();
    }

    private void checkRow(Map<String, @Nullable Object> row) {
        String key = text(row, "PrimaryKey");
        Map<String, Map<String, @Nullable Object>> components = Objects.requireNonNull(breakdown.get(key));
        long sumOfWeights = 0;
        for (Map<String, @Nullable Object> component : components.values()) {
            sumOfWeights += number(component, "Weight");
        }
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal points = BigDecimal.ZERO;
        boolean hasStanding = false;
        for (Component component : Component.all()) {
            Map<String, @Nullable Object> cells =
                    Objects.requireNonNull(components.get(component.column()), component.column());
            long count = number(cells, "StandingCount");
            long total = number(cells, "StandingTotal");
            long weight = number(cells, "Weight");
            checkStanding(row, component, count, total);
            hasStanding = hasStanding || count > 0;
            points = points.add(new BigDecimal(text(cells, "Points")));
            if (total > 0 && sumOfWeights > 0) {
                exact = exact.add(BigDecimal.valueOf(100 * weight * count)
                        .divide(BigDecimal.valueOf(total * sumOfWeights), MathContext.DECIMAL128));
            }
        }
        BigDecimal score = new BigDecimal(text(row, "EngagementScore"));
        // The division above is exact to 30 digits: enough to see a half unless it is one to the last digit.
        assertThat(score)
                .as(key)
                .isEqualByComparingTo(exact.setScale(20, RoundingMode.HALF_UP).setScale(1, RoundingMode.HALF_UP));
        assertThat(points).as(key).isCloseTo(score, within(ROUNDING));
        assertThat(score).as(key).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        boolean isActive = row.get("EngagementStartDate") != null;
        assertThat(hasStanding).as(key + " stands for something if active").isEqualTo(isActive);
        if (!isActive) {
            assertThat(score).as(key).isEqualByComparingTo(BigDecimal.ZERO);
        }
    }

    /** "so that anybody can recompute the score from the table" */
    private void checkStanding(Map<String, @Nullable Object> row, Component component, long count, long total) {
        Long value = value(row, component);
        long expectedCount = 0;
        long expectedTotal = 0;
        for (Map<String, @Nullable Object> peer : office.values()) {
            Long other = value(peer, component);
            boolean isPeer = text(peer, "AggregationLevel").equals(text(row, "AggregationLevel"))
                    && text(peer, "AggregationStartDate").equals(text(row, "AggregationStartDate"));
            if (!isPeer || other == null) {
                continue;
            }
            expectedTotal++;
            boolean isNotBetter = value != null && (component == Component.RECENCY ? other >= value : other <= value);
            expectedCount += isNotBetter ? 1 : 0;
        }
        String what = text(row, "PrimaryKey") + " " + component.column();
        assertThat(List.of(count, total)).as(what).containsExactly(expectedCount, expectedTotal);
    }

    private void checkThatEqualRowsHaveEqualScores() {
        Map<List<Object>, String> scores = new HashMap<>();
        for (Map<String, @Nullable Object> row : office.values()) {
            List<Object> values = new ArrayList<>();
            values.add(text(row, "AggregationLevel"));
            values.add(text(row, "AggregationStartDate"));
            Component.all().forEach(component -> values.add(Objects.requireNonNullElse(value(row, component), -1L)));
            String score = text(row, "EngagementScore");
            assertThat(scores.getOrDefault(values, score)).isEqualTo(score);
            scores.put(values, score);
        }
    }

    /** A component's value where it stands for something; null where it is 0 or there is none. */
    private static @Nullable Long value(Map<String, @Nullable Object> row, Component component) {
        if (component != Component.RECENCY) {
            long count = number(row, component.column());
            return count == 0 ? null : Long.valueOf(count);
        }
        String email = text(row, "DaysSinceLastEmail");
        String meeting = text(row, "DaysSinceLastMeeting");
        if (email.isEmpty() || meeting.isEmpty()) {
            String only = email + meeting;
            return only.isEmpty() ? null : Long.valueOf(only);
        }
        return Math.min(Long.parseLong(email), Long.parseLong(meeting));
    }

    private static long number(Map<String, @Nullable Object> row, String column) {
        return Long.parseLong(text(row, column));
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return Cells.text(column, row.get(column));
    }
}
