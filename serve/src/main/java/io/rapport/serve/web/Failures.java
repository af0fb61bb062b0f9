package io.rapport.serve.web;

import io.rapport.core.error.RapportException;
import io.rapport.serve.server.ServerLog;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Where an error of a page becomes a status and a page of its own. */
@ControllerAdvice
public class Failures {

    private final Pages pages;
    private final ServerLog log;

    public Failures(Pages pages, ServerLog log) {
        this.pages = pages;
        this.log = log;
    }

    @ExceptionHandler(NotThere.class)
    ResponseEntity<String> notThere(HttpServletRequest request) {
        Problem problem = Problem.of(404, "");
        return pages.page(request, 404, problem.heading(), "", "problem.jte", problem);
    }

    /** Our own messages name no data, so that they may be shown. */
    @ExceptionHandler(RapportException.class)
    ResponseEntity<String> ours(RapportException error, HttpServletRequest request) {
        String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        log.error(reference, "a request", error);
        Problem problem = Problem.of(error, reference);
        return pages.page(request, Problem.status(error), problem.heading(), "", "problem.jte", problem);
    }
}
