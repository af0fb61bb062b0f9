package io.rapport.model.input;

import java.util.ArrayList;
import java.util.List;

/** Rows of a kind: how many, and on which lines the first ones begin. Not thread-safe. */
final class CountedRows {

    private static final int LISTED = 10;

    private final List<Long> firstLines = new ArrayList<>();
    private long count;

    void add(long line) {
        if (count++ < LISTED) {
            firstLines.add(line);
        }
    }

    long count() {
        return count;
    }

    List<Long> firstLines() {
        return List.copyOf(firstLines);
    }
}
