package io.rapport.serve.security;

import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Who may not: strangers are sent to the sign-in, others are told so, and it is written down. */
final class RefusedAccess implements AccessDeniedHandler, AuthenticationEntryPoint {

    private static final List<PathPatternRequestMatcher> KNOWN = Routes.ALL.stream()
            .map(route -> PathPatternRequestMatcher.withDefaults()
                    .matcher(HttpMethod.valueOf(route.method()), route.pattern()))
            .toList();

    private final AccessLog log;

    RefusedAccess(AccessLog log) {
        this.log = log;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/sign-in");
            response.setStatus(401);
        } else if (request.getMethod().equals("GET")
                && String.valueOf(request.getHeader("Accept")).contains("text/html")) {
            response.sendRedirect("/sign-in");
        } else {
            response.sendError(401);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (KNOWN.stream().noneMatch(route -> route.matches(request))) {
            // Nobody may, because there is nothing.
            response.sendError(404);
            return;
        }
        Person.find(SecurityContextHolder.getContext().getAuthentication())
                .ifPresent(person -> log.add(new AccessEvent(
                        person.id(),
                        person.displayName(),
                        person.role().word(),
                        request.getMethod().equals("GET") ? AccessAction.VIEW : AccessAction.CHANGE,
                        denied instanceof CsrfException ? "A form that was not ours, or too old" : "A page",
                        request.getRequestURI(),
                        request.getRemoteAddr(),
                        false)));
        response.sendError(403);
    }
}
