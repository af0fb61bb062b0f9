package io.rapport.model.remote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message's values, read in the order in which they were put. For one reader. */
final class Fields {

    private final List<@Nullable Object> values;
    private int next;

    private Fields(List<@Nullable Object> values) {
        this.values = values;
    }

    static List<@Nullable Object> of(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    @SuppressWarnings("unchecked") // Lists on the wire hold whatever the wire can carry.
    static Fields in(@Nullable Object list) {
        return new Fields((List<@Nullable Object>) Objects.requireNonNull(list));
    }

    @Nullable
    Object any() {
        return values.get(next++);
    }

    String text() {
        return (String) Objects.requireNonNull(any());
    }

    long number() {
        return (Long) Objects.requireNonNull(any());
    }

    boolean flag() {
        return (Boolean) Objects.requireNonNull(any());
    }

    LocalDate date() {
        return (LocalDate) Objects.requireNonNull(any());
    }

    Optional<String> findText() {
        return Optional.ofNullable((String) any());
    }

    List<String> texts() {
        Fields list = in(any());
        List<String> texts = new ArrayList<>();
        while (list.hasMore()) {
            texts.add(list.text());
        }
        return texts;
    }

    boolean hasMore() {
        return next < values.size();
    }
}
