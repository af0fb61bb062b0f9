package io.rapport.model.truth;

import io.rapport.model.contract.CompanyInput;
import io.rapport.model.contract.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The score and its breakdown: section 5. */
final class ScoreTable {

    /** Table rows with their score, in the order in which they came. */
    final List<Row> rows = new ArrayList<>();
    /** {@code _Score}: nine rows per row of the table. */
    final List<Map<String, @Nullable Object>> breakdown = new ArrayList<>();

    final List<String> warnings = new ArrayList<>();

    private final List<Row> all;

    ScoreTable(List<Row> all, CompanyInput input) {
        this.all = all;
        Map<Component, Integer> weights = weights(input);
        long sum = weights.values().stream().mapToLong(Integer::longValue).sum();
        if (sum == 0) {
            warnings.add("The weights sum to 0: every score is 0.0");
        }
        for (Row row : all) {
            Exact points = Exact.ZERO;
            for (Component component : Component.all()) {
                int weight = weights.getOrDefault(component, 0);
                Exact pointsOfComponent = addBreakdown(row, component, weight, sum);
                points = points.plus(pointsOfComponent);
            }
            rows.add(row.withScore(points.rounded(1)));
        }
    }

    /** The weights of the components that are not left out. */
    private static Map<Component, Integer> weights(CompanyInput input) {
        input.weights().forEach((name, weight) -> {
            if (Component.find(name).isEmpty()) {
                throw Refusal.UNKNOWN_COMPONENT.exception();
            }
            if (weight < 0 || weight > 100) {
                throw Refusal.WEIGHT_OUT_OF_RANGE.exception();
            }
        });
        Map<Component, Integer> weights = new LinkedHashMap<>();
        for (Component component : Component.all()) {
            // "Where the run's snapshot holds no CalendarView_v0 row at all, … likewise … without any Message_v1 row"
            boolean isLeftOut = switch (component.kind()) {
                case MEETING -> input.rows("CalendarView_v0").isEmpty();
                case EMAIL -> input.rows("Message_v1").isEmpty();
                case BOTH -> false;
            };
            if (!isLeftOut) {
                weights.put(component, input.weights().getOrDefault(component.column(), component.defaultWeight()));
            }
        }
        return weights;
    }

    private Exact addBreakdown(Row row, Component component, int weight, long sumOfWeights) {
        Long value = value(row, component);
        long count = 0;
        long total = 0;
        for (Row peer : all) {
            Long other = value(peer, component);
            boolean isPeer = peer.level().equals(row.level()) && peer.start().equals(row.start());
            if (!isPeer || !isThere(component, other)) {
                continue;
            }
            total++;
            if (isThere(component, value) && isNotBetter(component, other, value)) {
                count++;
            }
        }
        Exact points = total == 0 || sumOfWeights == 0
                ? Exact.ZERO
                : Exact.of(count, total).times(100L * weight).over(sumOfWeights);
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("PrimaryKey", row.primaryKey());
        cells.put("Component", component.column());
        cells.put("Value", value);
        cells.put("StandingCount", count);
        cells.put("StandingTotal", total);
        cells.put("Weight", (long) weight);
        cells.put("Points", points.rounded(4));
        breakdown.add(cells);
        return points;
    }

    private static boolean isThere(Component component, @Nullable Long value) {
        return value != null && (component == Component.RECENCY || value > 0);
    }

    private static boolean isNotBetter(Component component, @Nullable Long other, @Nullable Long value) {
        if (other == null || value == null) {
            return false;
        }
        return component == Component.RECENCY ? other >= value : other <= value;
    }

    private static @Nullable Long value(Row row, Component component) {
        return switch (component) {
            case EMAILS_FROM -> row.emailsFromAccount();
            case EMAILS_TO -> row.emailsToAccount();
            case MEETINGS_FROM -> row.meetingsFromAccount();
            case MEETINGS_TO -> row.meetingsToAccount();
            case PEOPLE_OF_EMAILS -> row.peopleOfEmails();
            case PEOPLE_OF_MEETINGS -> row.peopleOfMeetings();
            case CONTACTS_OF_EMAILS -> row.contactsOfEmails();
            case CONTACTS_OF_MEETINGS -> row.contactsOfMeetings();
            case RECENCY -> recency(row);
        };
    }

    private static @Nullable Long recency(Row row) {
        Long email = row.daysSinceLastEmail();
        Long meeting = row.daysSinceLastMeeting();
        if (email == null || meeting == null) {
            return email == null ? meeting : email;
        }
        return Math.min(email, meeting);
    }
}
