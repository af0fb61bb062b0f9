package io.rapport.lake.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who must not land, at one time. Remembers what it was asked, up to a bound, because a mailbox repeats its addresses; not
 * thread-safe.
 */
public final class Suppression {

    /** Nobody. */
    public static final Suppression NONE = new Suppression(Set.of(), null);

    private static final int MOST_REMEMBERED = 50_000;

    private final Set<String> hashes;
    private final @Nullable SuppressionKey key;
    private final Map<String, Boolean> addresses = new HashMap<>();
    private final Map<String, Boolean> ids = new HashMap<>();

    /** @param key that the hashes were made with; null where there are none */
    public Suppression(Set<String> hashes, @Nullable SuppressionKey key) {
        this.hashes = Set.copyOf(hashes);
        this.key = key;
    }

    public boolean isEmpty() {
        return hashes.isEmpty();
    }

    /** How many hashes there are: it grows with each erasure of somebody new. */
    public int size() {
        return hashes.size();
    }

    /** @param normalForm an address */
    public boolean holdsAddress(String normalForm) {
        SuppressionKey known = key;
        return known != null
                && remembering(addresses)
                        .computeIfAbsent(normalForm, address -> hashes.contains(known.hashOfAddress(address)));
    }

    /** @param id a directory object's, whatever its case */
    public boolean holdsId(String id) {
        SuppressionKey known = key;
        return known != null && remembering(ids).computeIfAbsent(id, asked -> hashes.contains(known.hashOfId(asked)));
    }

    private static Map<String, Boolean> remembering(Map<String, Boolean> asked) {
        if (asked.size() >= MOST_REMEMBERED) {
            asked.clear();
        }
        return asked;
    }
}
