package io.rapport.serve.web;

import io.rapport.core.error.RapportException;
import io.rapport.serve.server.ServerLog;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** What is shown when something went wrong: never what is inside. */
@RestController
public class ErrorPages implements ErrorController {

    private final Pages pages;
    private final ServerLog log;

    public ErrorPages(Pages pages, ServerLog log) {
        this.pages = pages;
        this.log = log;
    }

    @RequestMapping(
            path = "/error",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<String> show(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : 404;
        String reference = "";
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable error) {
            reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
            log.error(reference, "a request", error);
        }
        // What fails before a page is asked, in a filter, may be an error of ours as well.
        RapportException ours = ours(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        if (ours != null) {
            Problem problem = Problem.of(ours, reference);
            return pages.page(request, Problem.status(ours), problem.heading(), "", "problem.jte", problem);
        }
        Problem problem = Problem.of(status, reference);
        return pages.page(request, status, problem.heading(), "", "problem.jte", problem);
    }

    private static @Nullable RapportException ours(@Nullable Object error) {
        for (@Nullable Throwable cause = error instanceof Throwable failed ? failed : null;
                cause != null;
                cause = cause.getCause()) {
            if (cause instanceof RapportException known) {
                return known;
            }
        }
        return null;
    }
}
