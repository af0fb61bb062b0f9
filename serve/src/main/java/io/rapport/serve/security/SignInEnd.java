package io.rapport.serve.security;

import io.rapport.core.error.RapportException;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.server.ServerLog;
import io.rapport.serve.server.ServerPlan;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** How a sign-in ends: with a person in the session, or with words that say why not. */
public final class SignInEnd {

    private static final Map<String, String> REASONS = Map.of(
            SignInPeople.NO_ROLE,
            "no-role",
            SignInPeople.OTHER_TENANT,
            "other-tenant",
            "invalid_state_parameter",
            "stale",
            "authorization_request_not_found",
            "stale",
            "access_denied",
            "declined",
            "invalid_nonce",
            "stale",
            "invalid_id_token",
            "token",
            "invalid_token_response",
            "exchange");

    private final SignInPeople people;
    private final SignInWitness witness;
    private final SignInRate rate;
    private final AccessLog log;
    private final ServerLog events;
    private final InstantSource instants;
    private final SecretBox secrets;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SignInEnd(
            SignInPeople people,
            SignInWitness witness,
            SignInRate rate,
            AccessLog log,
            ServerLog events,
            ServerPlan plan) {
        this.people = people;
        this.witness = witness;
        this.rate = rate;
        this.log = log;
        this.events = events;
        this.instants = plan.instants();
        this.secrets = plan.secrets();
    }

    /** What the provider said is put down to who it is; a page that was asked for before comes next. */
    void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (authentication.getPrincipal() instanceof OidcUser user) {
            SavedRequest wanted = new HttpSessionRequestCache().getRequest(request, response);
            Person person = people.person(user.getClaims());
            enter(request, response, person);
            SignInAddress.keep(request, secrets, user.getClaims());
            witness.cameIn(person);
            String target = wanted == null ? "/" : wanted.getRedirectUrl().replaceFirst("[?&]continue$", "");
            response.sendRedirect(target.contains("/health/") || target.contains("/jobs/") ? "/" : target);
        }
    }

    /** Puts a person into the session. The session's id is a new one already. */
    void enter(HttpServletRequest request, HttpServletResponse response, Person person) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(person));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        SessionAgeFilter.begin(request, instants.instant());
        rate.cameIn(request.getRemoteAddr());
        log.add(event(request, person, AccessAction.SIGN_IN, true));
    }

    void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : "";
        String reason = problem(code, failure);
        log.add(new AccessEvent("", "", "", AccessAction.SIGN_IN, "Sign-in", reason, request.getRemoteAddr(), false));
        // What the provider said besides may name somebody.
        events.event("sign-in-refused", Map.of("code", reason));
        response.sendRedirect("/sign-in?problem=" + reason);
    }

    private static String problem(String code, AuthenticationException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RapportException ours && ours.code() == SecurityError.SIGN_IN_PROVIDER) {
                return "provider";
            }
        }
        return REASONS.getOrDefault(code, "refused");
    }

    /** Signing out is written down while it is known who does it. */
    void left(HttpServletRequest request, Authentication authentication) {
        Person.find(authentication).ifPresent(person -> log.add(event(request, person, AccessAction.SIGN_OUT, true)));
    }

    static AccessEvent event(HttpServletRequest request, Person person, AccessAction action, boolean isAllowed) {
        return new AccessEvent(
                person.id(),
                person.displayName(),
                person.role().word(),
                action,
                "Rapport",
                "",
                request.getRemoteAddr(),
                isAllowed);
    }
}
