package io.rapport.serve.web;

import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Route;
import io.rapport.serve.security.Routes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Writes every look and every change down before it happens: what can't be written down does not happen. */
public final class AccessRecorder implements HandlerInterceptor {

    private static final Map<String, Route> ROUTES = Routes.ALL.stream()
            .collect(Collectors.toMap(route -> route.method() + " " + route.pattern(), route -> route));

    private final AccessLog log;

    public AccessRecorder(AccessLog log) {
        this.log = log;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        Route route = ROUTES.get(request.getMethod() + " " + pattern);
        if (route == null || route.findAction().isEmpty()) {
            return true;
        }
        Person.find(SecurityContextHolder.getContext().getAuthentication())
                .ifPresent(person -> log.add(new AccessEvent(
                        person.id(),
                        person.displayName(),
                        person.role().word(),
                        route.findAction().orElseThrow(),
                        route.subject(),
                        detail(request),
                        request.getRemoteAddr(),
                        true)));
        return true;
    }

    /** Which one: the variables of the path, and nothing that was typed. */
    private static String detail(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? variables.values().stream().map(String::valueOf).collect(Collectors.joining(" "))
                : "";
    }
}
