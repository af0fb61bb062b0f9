package io.rapport.serve.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Sign-ins that were begun, in the session that began them: each is good once, for ten minutes. */
final class FreshSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String BEGUN = FreshSignIns.class.getName();

    private final HttpSessionOAuth2AuthorizationRequestRepository requests =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final InstantSource instants;

    FreshSignIns(InstantSource instants) {
        this.instants = instants;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return isFresh(request) ? requests.loadAuthorizationRequest(request) : null;
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        requests.saveAuthorizationRequest(begun, request, response);
        request.getSession().setAttribute(BEGUN, instants.millis());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        boolean isFresh = isFresh(request);
        OAuth2AuthorizationRequest begun = requests.removeAuthorizationRequest(request, response);
        return isFresh ? begun : null;
    }

    private boolean isFresh(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(BEGUN) instanceof Long begun
                && !instants.instant().isAfter(Instant.ofEpochMilli(begun).plus(LIFE));
    }
}
