package io.rapport.simulator.entra;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls Graph, as an access token says.
 *
 * @param app client id
 * @param permissions application permissions; empty where a person calls
 * @param scopes what a person lets the app do; empty where the app calls by itself
 * @param person object id of the person, where one calls
 * @param expires when the token does
 */
public record Caller(
        String app, Set<Permission> permissions, Set<String> scopes, Optional<String> person, Instant expires) {

    public Caller {
        permissions = Set.copyOf(permissions);
        scopes = Set.copyOf(scopes);
    }

    /** Whether the token lets it do this, as the app itself or for a person. */
    public boolean may(Permission permission) {
        return permissions.contains(permission) || scopes.contains(permission.value());
    }
}
