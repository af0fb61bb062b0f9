package io.rapport.simulator.graph.call;

import io.rapport.simulator.graph.odata.GraphRefusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the route of a path, in all the spellings that Graph knows. Immutable. */
public final class Routes {

    private static final Pattern KEY = Pattern.compile("([A-Za-z]+)\\('([^']*)'\\)");

    /**
     * @param route where the path leads
     * @param keys its ids
     */
    public record Match(Route route, List<String> keys) {}

    private final List<Route> routes;

    public Routes(List<Route> routes) {
        this.routes =
                routes.stream().sorted(Comparator.comparingInt(Route::ids)).toList();
    }

    /**
     * @param path behind the version, cut at its slashes
     * @throws GraphRefusal where there is no such path, or not with this method
     */
    public Match find(String method, List<String> path) {
        List<String> plain = plain(path);
        boolean isKnown = false;
        for (Route route : routes) {
            Optional<List<String>> keys = route.match(plain);
            if (keys.isPresent() && route.method().equals(method)) {
                return new Match(route, keys.get());
            }
            isKnown |= keys.isPresent();
        }
        if (isKnown) {
            throw new GraphRefusal(
                    405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
        }
        throw GraphRefusal.badRequest("Resource not found for the segment '" + unknown(plain) + "'.");
    }

    /** {@code users('id')} is {@code users/id}; {@code microsoft.graph.delta()} is {@code delta}. */
    private static List<String> plain(List<String> path) {
        List<String> plain = new ArrayList<>();
        for (String part : path) {
            Matcher key = KEY.matcher(part);
            if (key.matches()) {
                plain.add(key.group(1));
                plain.add(key.group(2));
            } else {
                String name = part.startsWith("microsoft.graph.") ? part.substring("microsoft.graph.".length()) : part;
                plain.add(name.endsWith("()") ? name.substring(0, name.length() - 2) : name);
            }
        }
        return plain;
    }

    /** The first part that no route goes on with. */
    private String unknown(List<String> path) {
        for (int length = 1; length <= path.size(); length++) {
            List<String> begin = path.subList(0, length);
            boolean goesOn = routes.stream()
                    .anyMatch(route -> route.parts().size() >= begin.size() && matchesSoFar(route, begin));
            if (!goesOn) {
                return path.get(length - 1);
            }
        }
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }

    private static boolean matchesSoFar(Route route, List<String> begin) {
        for (int i = 0; i < begin.size(); i++) {
            String part = route.parts().get(i);
            if (!part.equals(Route.ID) && !part.equalsIgnoreCase(begin.get(i))) {
                return false;
            }
        }
        return true;
    }
}
