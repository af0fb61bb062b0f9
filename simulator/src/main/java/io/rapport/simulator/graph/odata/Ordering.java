package io.rapport.simulator.graph.odata;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code $orderby}. */
public final class Ordering {

    private Ordering() {}

    /**
     * @param orderBy at least one {@code name}, {@code name asc} or {@code name desc}
     * @throws GraphRefusal where a property is unknown or has no order
     */
    public static <T> Comparator<T> of(EntityType<T> type, List<String> orderBy) {
        return orderBy.stream()
                .map(clause -> one(type, clause))
                .reduce(Comparator::thenComparing)
                .orElseThrow(() -> GraphRefusal.badRequest("$orderby is empty."));
    }

    /** The property that a clause names. */
    public static String path(String clause) {
        int blank = clause.indexOf(' ');
        return blank < 0 ? clause : clause.substring(0, blank);
    }

    private static <T> Comparator<T> one(EntityType<T> type, String clause) {
        Function<T, @Nullable Comparable<?>> value = type.value(path(clause));
        Comparator<T> order = Comparator.comparing(value, Ordering::compare);
        return switch (clause.substring(path(clause).length()).strip().toLowerCase(Locale.ROOT)) {
            case "", "asc" -> order;
            case "desc" -> order.reversed();
            default -> throw GraphRefusal.badRequest("Syntax error in $orderby: '" + clause + "'.");
        };
    }

    /** Nothing comes first. */
    @SuppressWarnings("unchecked") // values of one property are of one class
    private static int compare(@Nullable Comparable<?> left, @Nullable Comparable<?> right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        if (left instanceof String text && right instanceof String other) {
            return text.compareToIgnoreCase(other);
        }
        return ((Comparable<Object>) left).compareTo(right);
    }
}
