package io.rapport.serve.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which known words somebody may have meant. */
final class Nearest {

    private Nearest() {}

    /** At most three words within a third of the typed length, the nearest first; without regard to case. */
    static List<String> of(String typed, Collection<String> known) {
        String word = typed.toLowerCase(Locale.ROOT);
        int most = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(name -> distance(word, name.toLowerCase(Locale.ROOT)) <= most)
                .sorted(Comparator.<String>comparingInt(name -> distance(word, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }

    /** {@code " Did you mean a or b?"}, or nothing where no word is near. */
    static String question(String typed, Collection<String> known) {
        List<String> near = of(typed, known);
        return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    }

    /** Letters to insert, delete, replace or swap with their neighbour. */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(int[][] cost, String one, String other, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean isSwap =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return isSwap ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
