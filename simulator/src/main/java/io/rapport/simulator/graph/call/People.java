package io.rapport.simulator.graph.call;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The company's people by the names that a path may call them. Immutable. */
public final class People {

    private final Map<String, Person> byName = new HashMap<>();
    private final int size;

    public People(Company company) {
        this.size = company.people().size();
        for (Person person : company.people()) {
            byName.put(person.id().toLowerCase(Locale.ROOT), person);
            byName.put(person.userPrincipalName().toLowerCase(Locale.ROOT), person);
        }
    }

    /** Somebody whom the directory has at that time, by object id or sign-in name. */
    public Optional<Person> find(String idOrName, Instant at) {
        return Optional.ofNullable(byName.get(idOrName.toLowerCase(Locale.ROOT)))
                .filter(person -> person.isInDirectory(at));
    }

    /** How many there are, come or gone. */
    public int size() {
        return size;
    }

    /** All by which a fault rule may call a person, in lower case. */
    public static Set<String> names(Person person) {
        Set<String> names = new HashSet<>();
        names.add(person.id().toLowerCase(Locale.ROOT));
        names.add(person.userPrincipalName().toLowerCase(Locale.ROOT));
        names.add(person.mail().toLowerCase(Locale.ROOT));
        return names;
    }
}
