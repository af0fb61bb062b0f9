package io.rapport.serve.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/**
 * Who is signed in.
 *
 * @param id as the provider knows it: never given to anybody else
 * @param displayName for people
 * @param role what this person may do
 * @param actsFor id of whoever answers for it: the person's own; of a program's key, who made the key; empty where nobody
 *     noted that
 */
public record Person(String id, String displayName, Role role, String actsFor) implements Principal, Serializable {

    private static final long serialVersionUID = 1;

    /** Whoever came by the one-time link, or is at the keyboard of the home: both have the machine. */
    public static final String LOCAL_ID = "local";

    /** Whoever came by the one-time link. */
    static final Person LOCAL = new Person(LOCAL_ID, "Local administrator", Role.ADMINISTRATOR);

    public Person {
        // A session of before has none.
        actsFor = Objects.requireNonNullElse(actsFor, id);
    }

    /** Somebody who acts in their own name. */
    public Person(String id, String displayName, Role role) {
        this(id, displayName, role, id);
    }

    @Override
    public String getName() {
        return id;
    }

    /** Whether it came by the one-time link. */
    public boolean isLocal() {
        return id.equals(LOCAL.id);
    }

    /** Empty where nobody is signed in. */
    public static Optional<Person> find(@org.jspecify.annotations.Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Person person
                ? Optional.of(person)
                : Optional.empty();
    }
}
