package io.rapport.lake.retention;

import io.rapport.core.address.Address;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * People by what the lake knows them by. Its text tells nothing of them.
 *
 * @param addresses in their normal form
 * @param ids object ids of the directory, in lower case
 */
public record Persons(Set<String> addresses, Set<String> ids) {

    private static final int SHORTEST_WORD = 8;

    public Persons {
        addresses = Set.copyOf(addresses);
        ids = Set.copyOf(ids);
    }

    /**
     * @param words addresses as somebody writes them; what is none is an object id
     */
    public static Persons of(Collection<String> words) {
        Set<String> addresses = new LinkedHashSet<>();
        Set<String> ids = new LinkedHashSet<>();
        for (String word : words) {
            String address = Address.normalForm(word);
            if (address != null) {
                addresses.add(address);
            } else if (!word.isBlank()) {
                ids.add(word.strip().toLowerCase(Locale.ROOT));
            }
        }
        return new Persons(addresses, ids);
    }

    public boolean isEmpty() {
        return addresses.isEmpty() && ids.isEmpty();
    }

    /** Addresses and ids, sorted. */
    public Set<String> all() {
        return sorted(Stream.concat(addresses.stream(), ids.stream()));
    }

    /** Those that can be told from other text, sorted: all but very short ids. */
    public Set<String> words() {
        return sorted(Stream.concat(addresses.stream(), ids.stream().filter(id -> id.length() >= SHORTEST_WORD)));
    }

    private static Set<String> sorted(Stream<String> words) {
        return words.sorted().collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public String toString() {
        return addresses.size() + " addresses and " + ids.size() + " ids";
    }
}
