package io.rapport.serve.web;

import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.server.ServerMetrics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Metrics for Prometheus: for administrators, and for whoever has the token that the server was started with. */
@RestController
public class MetricsPage {

    private static final String BEARER = "Bearer ";

    private final ServerMetrics metrics;
    private final String token;

    /** @param token empty where only administrators may look */
    public MetricsPage(ServerMetrics metrics, String token) {
        this.metrics = metrics;
        this.token = token;
    }

    @GetMapping("/metrics")
    ResponseEntity<String> show(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
        boolean isAdministrator = Person.find(SecurityContextHolder.getContext().getAuthentication())
                .filter(person -> person.role() == Role.ADMINISTRATOR)
                .isPresent();
        if (!isAdministrator && !holdsToken(authorization)) {
            return ResponseEntity.status(401)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                .body(metrics.text());
    }

    private boolean holdsToken(String authorization) {
        return !token.isEmpty()
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8));
    }
}
