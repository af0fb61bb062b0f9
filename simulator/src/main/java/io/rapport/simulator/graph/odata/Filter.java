package io.rapport.simulator.graph.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code $filter}, as far as it is used: {@code and}, {@code or}, {@code not}, parentheses, the six comparisons, {@code in},
 * {@code startswith} and {@code endswith}.
 */
public final class Filter<T> {

    private static final int DEEPEST = 32;

    private final EntityType<T> type;
    private final FilterWords words;
    private final List<String> paths = new ArrayList<>();

    private Filter(EntityType<T> type, FilterWords words) {
        this.type = type;
        this.words = words;
    }

    /**
     * What a filter lets through, and by which properties it decides, in their order.
     *
     * @param test to ask for each entity
     * @param paths properties it mentions
     */
    public record Parsed<T>(Predicate<T> test, List<String> paths) {}

    /**
     * @param text empty lets everything through
     * @throws GraphRefusal where it can't be understood, or a property can't be filtered by
     */
    public static <T> Parsed<T> parse(EntityType<T> type, String text) {
        if (text.isBlank()) {
            return new Parsed<>(any -> true, List.of());
        }
        Filter<T> filter = new Filter<>(type, new FilterWords(text));
        Predicate<T> test = filter.either(0);
        filter.words.expectEnd();
        return new Parsed<>(test, List.copyOf(filter.paths));
    }

    private Predicate<T> either(int depth) {
        if (depth > DEEPEST) {
            throw words.wrong();
        }
        Predicate<T> test = both(depth);
        while (words.skipWord("or")) {
            test = test.or(both(depth));
        }
        return test;
    }

    private Predicate<T> both(int depth) {
        Predicate<T> test = one(depth);
        while (words.skipWord("and")) {
            test = test.and(one(depth));
        }
        return test;
    }

    private Predicate<T> one(int depth) {
        if (words.skipWord("not")) {
            return one(depth + 1).negate();
        }
        if (words.skip("(")) {
            Predicate<T> inner = either(depth + 1);
            words.expect(")");
            return inner;
        }
        String name = words.name();
        if (words.skip("(")) {
            return function(name.toLowerCase(Locale.ROOT));
        }
        return comparison(name);
    }

    private Predicate<T> function(String name) {
        BiPredicate<String, String> test = switch (name) {
            case "startswith" -> String::startsWith;
            case "endswith" -> String::endsWith;
            default -> throw words.wrong();
        };
        Function<T, @Nullable Comparable<?>> value = value(words.name());
        words.expect(",");
        Object part = words.literal();
        words.expect(")");
        if (!(part instanceof String text)) {
            throw words.wrong();
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        return entity -> value.apply(entity) instanceof String has && test.test(has.toLowerCase(Locale.ROOT), wanted);
    }

    private Predicate<T> comparison(String path) {
        Function<T, @Nullable Comparable<?>> value = value(path);
        String operator = words.name().toLowerCase(Locale.ROOT);
        if (operator.equals("in")) {
            return isIn(value);
        }
        Object literal = words.literal();
        Predicate<Integer> accepts = switch (operator) {
            case "eq" -> order -> order == 0;
            case "ne" -> order -> order != 0;
            case "gt" -> order -> order > 0;
            case "ge" -> order -> order >= 0;
            case "lt" -> order -> order < 0;
            case "le" -> order -> order <= 0;
            default -> throw words.wrong();
        };
        if (literal == null) {
            boolean isEqual = accepts.test(0);
            return entity -> (value.apply(entity) == null) == isEqual;
        }
        boolean isNe = operator.equals("ne");
        return entity -> {
            Comparable<?> has = value.apply(entity);
            return has == null ? isNe : accepts.test(order(has, literal));
        };
    }

    private Predicate<T> isIn(Function<T, @Nullable Comparable<?>> value) {
        words.expect("(");
        List<Object> literals = new ArrayList<>();
        do {
            Object literal = words.literal();
            if (literal == null) {
                throw words.wrong();
            }
            literals.add(literal);
        } while (words.skip(","));
        words.expect(")");
        return entity -> {
            Comparable<?> has = value.apply(entity);
            return has != null && literals.stream().anyMatch(literal -> order(has, literal) == 0);
        };
    }

    private Function<T, @Nullable Comparable<?>> value(String path) {
        Function<T, @Nullable Comparable<?>> value = type.value(path);
        paths.add(path);
        return value;
    }

    /** Text is compared without its case, as the directory and Exchange do. */
    private int order(Comparable<?> has, Object literal) {
        if (has instanceof String text && literal instanceof String other) {
            return text.compareToIgnoreCase(other);
        }
        if (has.getClass() != literal.getClass()) {
            throw GraphRefusal.badRequest(
                    "A binary operator with incompatible types was detected in '" + words.text() + "'.");
        }
        @SuppressWarnings("unchecked") // of the same class, and comparable with itself
        Comparable<Object> comparable = (Comparable<Object>) has;
        return comparable.compareTo(literal);
    }
}
