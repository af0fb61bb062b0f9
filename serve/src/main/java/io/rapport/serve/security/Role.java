package io.rapport.serve.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do; each may do all that the ones after it may. */
public enum Role {
    ADMINISTRATOR("Administrator"),
    CONTRIBUTOR("Contributor"),
    VIEWER("Viewer");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** As people and Entra's app roles write it. */
    public String word() {
        return word;
    }

    /** As Spring Security names it. */
    String authority() {
        return "ROLE_" + name();
    }

    /** Whether somebody of this role may do what asks for that one. */
    public boolean mayActAs(Role asked) {
        return compareTo(asked) <= 0;
    }

    public static Optional<Role> find(String word) {
        return Arrays.stream(values())
                .filter(role -> role.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
