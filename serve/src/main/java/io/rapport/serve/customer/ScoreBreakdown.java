package io.rapport.serve.customer;

import io.rapport.model.duckdb.account.ScorePart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a score comes about: parts that add up to it, to the last digit that is shown.
 *
 * @param lines one per component that counts, in the contract's order
 * @param score their sum, to one decimal
 */
public record ScoreBreakdown(List<Line> lines, BigDecimal score) {

    public ScoreBreakdown {
        lines = List.copyOf(lines);
        BigDecimal sum = lines.stream().map(Line::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!lines.isEmpty() && sum.compareTo(score) != 0) {
            throw new IllegalArgumentException("parts of " + sum + " make no score of " + score);
        }
    }

    /**
     * One component.
     *
     * @param part as the table has it
     * @param points to one decimal
     * @param before the same component in the run before; null where that run had no such account
     */
    public record Line(
            ScorePart part, BigDecimal points, @Nullable ScorePart before) {

        /** Points more or less than in the run before, to one decimal; 0 where nothing is known of that. */
        public BigDecimal change() {
            return before == null
                    ? BigDecimal.ZERO
                    : part.points().subtract(before.points()).setScale(1, RoundingMode.HALF_UP);
        }
    }

    /**
     * The largest remainders are rounded up, so that the parts add up.
     *
     * @param before the parts of the run before; empty where it had no such account
     */
    static ScoreBreakdown of(List<ScorePart> parts, double score, List<ScorePart> before) {
        BigDecimal total = BigDecimal.valueOf(score).setScale(1, RoundingMode.HALF_UP);
        List<BigDecimal> points = new ArrayList<>(parts.stream()
                .map(part -> part.points().setScale(1, RoundingMode.DOWN))
                .toList());
        long left = total.subtract(points.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .movePointRight(1)
                .longValueExact();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer i) -> parts.get(i).points().subtract(points.get(i)))
                        .reversed())
                .limit(Math.max(0, left))
                .forEach(i -> points.set(i, points.get(i).add(new BigDecimal("0.1"))));
        return new ScoreBreakdown(
                IntStream.range(0, parts.size())
                        .mapToObj(i -> new Line(
                                parts.get(i),
                                points.get(i),
                                find(before, parts.get(i).component())))
                        .toList(),
                total);
    }

    private static @Nullable ScorePart find(List<ScorePart> parts, String component) {
        return parts.stream()
                .filter(part -> part.component().equals(component))
                .findFirst()
                .orElse(null);
    }
}
