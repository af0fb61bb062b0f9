package io.rapport.model.contract;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Reproducible choices from a seed. Not thread-safe. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    }

    /** From 0 to below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** True in this many of a hundred throws. */
    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Puts the value; sometimes an absent one is written as null, sometimes not at all. */
    void put(Map<String, @Nullable Object> row, String key, @Nullable Object value) {
        if (value != null || percent(50)) {
            row.put(key, value);
        }
    }

    /** The same address as people and servers write it: other case, blanks, a scheme. */
    String written(String address) {
        return switch (below(10)) {
            case 0 -> address.toUpperCase(java.util.Locale.ROOT);
            case 1 -> "  " + address + " ";
            case 2 -> "mailto:" + address;
            case 3 -> "SMTP:" + address;
            default -> address;
        };
    }
}
