package io.rapport.lake.privacy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The suppression list with its key, for a program away from the home whose people were erased. Whoever has both can try
 * out who is on it: it is a secret.
 *
 * @param key in Base64; empty where nobody was erased
 * @param hashes of addresses and ids, 64 hexadecimal digits each
 */
public record SuppressionList(String key, Set<String> hashes) implements Serializable {

    /** Nobody. */
    public static final SuppressionList NONE = new SuppressionList("", Set.of());

    private static final long serialVersionUID = 1;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException where it can't be one; the text holds nothing of it */
    public SuppressionList {
        hashes = Set.copyOf(hashes);
        if (!hashes.stream().allMatch(hash -> HASH.matcher(hash).matches())) {
            throw new IllegalArgumentException("a line is no hash of 64 hexadecimal digits");
        }
        if (!hashes.isEmpty()) {
            SuppressionKey.of(key);
        }
    }

    /** The key, then a line for each hash; no line where nobody was erased. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!hashes.isEmpty()) {
            lines.add(key);
            lines.addAll(new TreeSet<>(hashes));
        }
        return lines;
    }

    /** @throws IllegalArgumentException as the constructor */
    public static SuppressionList of(List<String> lines) {
        return lines.isEmpty()
                ? NONE
                : new SuppressionList(lines.get(0), Set.copyOf(new TreeSet<>(lines.subList(1, lines.size()))));
    }

    /** For one thread. */
    public Suppression suppression() {
        return hashes.isEmpty() ? Suppression.NONE : new Suppression(hashes, SuppressionKey.of(key));
    }

    @Override
    public String toString() {
        return hashes.size() + " hashes";
    }
}
