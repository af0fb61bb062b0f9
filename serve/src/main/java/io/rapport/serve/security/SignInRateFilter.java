package io.rapport.serve.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses who tries to sign in too often. */
final class SignInRateFilter extends OncePerRequestFilter {

    private final SignInRate rate;

    SignInRateFilter(SignInRate rate) {
        this.rate = rate;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/login/") && !path.startsWith("/oauth2/") && !path.startsWith("/sign-in/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (rate.isAllowed(request.getRemoteAddr())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Retry-After", String.valueOf(SignInRate.WINDOW.toSeconds()));
            response.sendError(429);
        }
    }
}
