package io.rapport.model.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody meant who wrote another. */
public final class NearestName {

    private NearestName() {}

    /** The candidate with the fewest typing errors, at most one in three characters; empty where none is near. */
    public static Optional<String> find(String written, Collection<String> candidates) {
        return list(written, candidates).stream().findFirst();
    }

    /** {@code " Did you mean a or b?"}, with at most three candidates, or nothing where none is near. */
    public static String question(String written, Collection<String> candidates) {
        List<String> near = list(written, candidates);
        return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    }

    /** At most three, the nearest first. */
    static List<String> list(String written, Collection<String> candidates) {
        String lower = written.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(name -> Math.abs(name.length() - written.length()) <= bound(name))
                .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= bound(name))
                .sorted(Comparator.<String>comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }

    private static int bound(String name) {
        return Math.max(1, name.length() / 3);
    }

    /** Letters to insert, drop, replace, or swap with their neighbour. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean isSwap =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (isSwap) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
