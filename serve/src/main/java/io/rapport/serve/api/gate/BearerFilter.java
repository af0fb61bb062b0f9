package io.rapport.serve.api.gate;

import io.rapport.core.error.RapportException;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.operation.ApiError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads who asks off the {@code Authorization} header, and counts their requests. */
final class BearerFilter extends OncePerRequestFilter {

    /** In a minute, from one address. */
    static final int MOST_REFUSED = 60;

    private static final String SCHEME = "bearer ";
    private static final int LONGEST = 12_000;

    private final Callers callers;
    private final RequestRate rate;
    private final ApiSettings settings;
    private final AccessLog log;

    BearerFilter(Callers callers, RequestRate rate, ApiSettings settings, AccessLog log) {
        this.callers = callers;
        this.rate = rate;
        this.settings = settings;
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null) {
            requirePatience(response, rate.look(address(request), MOST_REFUSED), "address", MOST_REFUSED);
            Caller caller = require(request, header);
            int most = settings.requestsPerMinute();
            requirePatience(response, rate.take(caller.getName(), most), "key", most);
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(caller);
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private Caller require(HttpServletRequest request, String header) {
        try {
            if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME) || header.length() > LONGEST) {
                throw new RapportException(
                        ApiError.CREDENTIAL_UNKNOWN, "The Authorization header is the word Bearer and a key or token.");
            }
            return callers.require(header.substring(SCHEME.length()).strip());
        } catch (RapportException refused) {
            if (refused.code() instanceof ApiError) {
                Optional<Duration> unused = rate.take(address(request), MOST_REFUSED);
                log.add(new AccessEvent(
                        "",
                        "",
                        "",
                        AccessAction.SIGN_IN,
                        "API",
                        refused.code().name(),
                        request.getRemoteAddr(),
                        false));
            }
            throw refused;
        }
    }

    private static String address(HttpServletRequest request) {
        return "address " + request.getRemoteAddr();
    }

    private static void requirePatience(HttpServletResponse response, Optional<Duration> wait, String whose, int most) {
        if (wait.isPresent()) {
            long seconds = Math.max(1, wait.get().toSeconds() + 1);
            response.setHeader("Retry-After", Long.toString(seconds));
            throw new RapportException(
                    ApiError.TOO_MANY_REQUESTS,
                    "This " + whose + " has sent " + most + " requests within a minute, which is the limit. Go on in "
                            + seconds + " seconds.");
        }
    }
}
