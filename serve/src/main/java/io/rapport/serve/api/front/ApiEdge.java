package io.rapport.serve.api.front;

import io.rapport.core.error.Kind;
import io.rapport.core.error.RapportException;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.api.operation.InvalidRequest;
import io.rapport.serve.api.operation.RefusedRequest;
import io.rapport.serve.server.ServerLog;
import io.rapport.serve.web.LastResort;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Around all of the API, the check of who asks too: whatever goes wrong within is said as a problem, never as a page. */
public final class ApiEdge implements Filter {

    private final ServerLog log;

    public ApiEdge(ServerLog log) {
        this.log = log;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(response instanceof HttpServletResponse answer)) {
            throw new ServletException("the API is for HTTP");
        }
        try {
            chain.doFilter(request, new Plain(answer));
        } catch (RuntimeException | ServletException failed) {
            if (answer.isCommitted()) {
                throw failed;
            }
            say(answer, failed);
        }
    }

    private void say(HttpServletResponse response, Exception failed) throws IOException {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidRequest invalid) {
                ProblemJson.write(response, invalid.problems());
                return;
            }
            if (cause instanceof RefusedRequest refused) {
                ProblemJson.write(response, refused);
                return;
            }
            if (cause instanceof RapportException ours && !LastResort.isStateAway(failed)) {
                String reference = ours.code().kind() == Kind.USER ? "" : note(failed);
                ProblemJson.write(response, ours, reference);
                return;
            }
        }
        String reference = note(failed);
        if (LastResort.isStateAway(failed)) {
            response.setHeader("Retry-After", "60");
            ProblemJson.write(
                    response,
                    new RapportException(
                            ApiError.STATE_AWAY,
                            "Rapport can't reach its database. Nothing was lost; try again in a minute.",
                            failed),
                    reference);
        } else {
            ProblemJson.write(
                    response,
                    new RapportException(
                            ApiError.INTERNAL,
                            "Something in Rapport itself failed, not the request. The reference leads to the place in"
                                    + " the server's log.",
                            failed),
                    reference);
        }
    }

    private String note(Exception failed) {
        String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        log.error(reference, "a request of the API", failed);
        return reference;
    }

    /** Says problems where a page would be shown. */
    private static final class Plain extends HttpServletResponseWrapper {

        Plain(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            ProblemJson.write((HttpServletResponse) getResponse(), status);
        }
    }
}
