package io.rapport.serve.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends sessions that are twelve hours old, however busy they are. */
final class SessionAgeFilter extends OncePerRequestFilter {

    static final Duration MOST = Duration.ofHours(12);
    private static final String BEGUN = SessionAgeFilter.class.getName();

    private final InstantSource instants;

    SessionAgeFilter(InstantSource instants) {
        this.instants = instants;
    }

    /** Notes that somebody signed in now. */
    static void begin(HttpServletRequest request, Instant now) {
        request.getSession().setAttribute(BEGUN, now.toEpochMilli());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(BEGUN) instanceof Long begun
                && instants.instant().isAfter(Instant.ofEpochMilli(begun).plus(MOST))) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
