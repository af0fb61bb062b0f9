package io.rapport.serve.security;

import io.rapport.serve.access.AccessAction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way in.
 *
 * @param method {@code GET} or {@code POST}
 * @param pattern path, as Spring writes patterns
 * @param least the least that somebody must be; null for everybody, signed in or not
 * @param action what the access log calls it; null where nothing of anybody's is shown or changed
 * @param subject what the access log calls the page or thing
 */
public record Route(
        String method,
        String pattern,
        @Nullable Role least,
        @Nullable AccessAction action,
        String subject) {

    static Route open(String method, String pattern) {
        return new Route(method, pattern, null, null, "");
    }

    static Route quiet(Role least, String method, String pattern) {
        return new Route(method, pattern, least, null, "");
    }

    static Route logged(Role least, String method, String pattern, AccessAction action, String subject) {
        return new Route(method, pattern, least, action, subject);
    }

    public Optional<Role> findLeast() {
        return Optional.ofNullable(least);
    }

    public Optional<AccessAction> findAction() {
        return Optional.ofNullable(action);
    }
}
