package io.rapport.serve.web;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.serve.server.ServerLog;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What is said when no page can be made: the state database is away, which sessions need as well, or the page about an
 * error failed itself. Asks nobody and nothing; never shows what is inside.
 */
public final class LastResort implements Filter {

    private static final String PAGE = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s · Rapport</title><link rel="stylesheet" href="/assets/app.css"></head>
        <body><main class="alone"><div class="problem"><h1>%1$s</h1><p class="lead">%2$s</p>
        <p class="caption">Code <code>%3$s</code></p></div></main></body></html>
        """;

    private final ServerLog log;

    public LastResort(ServerLog log) {
        this.log = log;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failed) {
            boolean isAway = isStateAway(failed);
            boolean isLast = request.getDispatcherType() == DispatcherType.ERROR;
            if (response.isCommitted() || !(isAway || isLast) || !(response instanceof HttpServletResponse answer)) {
                throw failed;
            }
            String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
            log.error(reference, "a request, whose page could not be made", failed);
            say(answer, isAway, reference);
        }
    }

    private static void say(HttpServletResponse response, boolean isAway, String reference) throws IOException {
        byte[] page = (isAway
                        ? PAGE.formatted(
                                "Rapport can't reach its database",
                                "Nothing was lost, and nothing is half done. Try again in a minute: Rapport goes on by"
                                        + " itself once the state database answers. If it stays away, an administrator"
                                        + " looks whether its server runs and whether the disk has room.",
                                "STATE · " + reference)
                        : PAGE.formatted(
                                "Something in Rapport failed",
                                "It was nothing that you did, and nothing was lost. Try again; if it stays, give an"
                                        + " administrator the code below: it leads to the place in the server's log.",
                                reference))
                .getBytes(StandardCharsets.UTF_8);
        response.reset();
        response.setStatus(isAway ? 503 : 500);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        if (isAway) {
            response.setHeader("Retry-After", "60");
        }
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    /** Whether it is the state database that does not answer. */
    public static boolean isStateAway(Throwable failed) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException
                    || cause instanceof DataAccessException
                    || cause instanceof TransactionException
                    || (cause instanceof RapportException ours
                            && ours.code() instanceof LakeError
                            && ours.code().name().startsWith("STATE_"))) {
                return true;
            }
        }
        return false;
    }
}
