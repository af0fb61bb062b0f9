package io.rapport.serve.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/**
 * Who is signed in.
 *
 * @param id as the provider knows it: never given to anybody else
 * @param displayName for people
 * @param role what this person may do
 */
public record Person(String id, String displayName, Role role) implements Principal, Serializable {

    private static final long serialVersionUID = 1;

    /** Whoever came by the one-time link. */
    static final Person LOCAL = new Person("local", "Local administrator", Role.ADMINISTRATOR);

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
