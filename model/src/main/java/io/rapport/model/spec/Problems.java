package io.rapport.model.spec;

import io.rapport.core.error.RapportException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, so that everything can be said at once. Not thread-safe. */
public final class Problems {

    /** More than these nobody reads; the message says how many there are beyond. */
    private static final int SHOWN = 100;

    private final List<Problem> all = new ArrayList<>();

    private record Problem(Place place, String message) {}

    /** @param message what is wrong and what to do, without personal data */
    public void add(Place place, String message) {
        all.add(new Problem(place, message));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Throws one exception that lists all problems, one per line, in the order of their places. */
    public void throwIfAny(SpecError code) {
        if (all.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(all.stream()
                .sorted(Comparator.comparing(Problem::place))
                .limit(SHOWN)
                .map(problem -> problem.place() + ": " + problem.message())
                .toList());
        if (all.size() > SHOWN) {
            lines.add("and " + (all.size() - SHOWN) + " more");
        }
        throw new RapportException(code, String.join("\n", lines));
    }
}
