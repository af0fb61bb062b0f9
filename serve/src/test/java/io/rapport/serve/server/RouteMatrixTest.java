package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.security.Role;
import io.rapport.serve.security.Route;
import io.rapport.serve.security.Routes;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may do what, over every route. */
class RouteMatrixTest {

    private static final TestServer SERVER = TestServer.shared();

    static Stream<Route> guarded() {
        // Signing out is tried where people sign in.
        return Routes.ALL.stream()
                .filter(route ->
                        route.findLeast().isPresent() && !route.pattern().equals("/sign-out"));
    }

    @Test
    void no_route_is_without_an_entry_and_no_entry_without_a_route() {
        Set<String> served = new TreeSet<>();
        for (RequestMappingInfo mapping : SERVER.server
                .part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()) {
            for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                mapping.getPatternValues().forEach(pattern -> served.add(method + " " + pattern));
            }
        }
        // Not controllers': files, and what Spring Security answers itself.
        served.addAll(List.of(
                "GET /assets/**", "GET /oauth2/authorization/entra", "GET /login/oauth2/code/entra", "POST /sign-out"));

        assertThat(served)
                .containsExactlyInAnyOrderElementsOf(Routes.ALL.stream()
                        .map(route -> route.method() + " " + route.pattern())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void each_role_may_what_the_matrix_says_and_nothing_else(Route route) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            int status = status(SERVER.signedIn(List.of(Role.values()).indexOf(role)), route);
            boolean isAllowed = status != 403 && status != 401;
            if (isAllowed != role.mayActAs(route.findLeast().orElseThrow())) {
                wrong.add(role + " " + status);
            }
        }
        HttpResponse<String> stranger = request(SERVER.browser(), route);
        if (stranger.statusCode() / 100 == 2) {
            wrong.add("a stranger " + stranger.statusCode());
        }

        assertThat(wrong).as(route.method() + " " + route.pattern()).isEmpty();
    }

    private static int status(Browser browser, Route route) throws Exception {
        browser.get("/");
        return request(browser, route).statusCode();
    }

    /** Names that are nothing's: who may, is told that it is not there, and nothing happens. */
    private static HttpResponse<String> request(Browser browser, Route route) throws Exception {
        String path = route.pattern().replaceAll("\\{[a-z]+}", "none");
        return route.method().equals("GET") ? browser.get(path) : browser.post(path, Map.of());
    }
}
