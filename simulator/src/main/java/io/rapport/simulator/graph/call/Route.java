package io.rapport.simulator.graph.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path of Graph's, and what answers there.
 *
 * @param method in capitals
 * @param template such as {@code /users/{id}/mailFolders/{id}/messages}
 * @param access who may
 * @param cost in resource units of the directory; 0 for a mailbox
 * @param endpoint what answers
 * @param parts the template, cut at its slashes
 */
public record Route(String method, String template, Access access, int cost, Endpoint endpoint, List<String> parts) {

    public static final String ID = "{id}";

    public static Route get(String template, Access access, int cost, Endpoint endpoint) {
        return of("GET", template, access, cost, endpoint);
    }

    public static Route of(String method, String template, Access access, int cost, Endpoint endpoint) {
        return new Route(
                method,
                template,
                access,
                cost,
                endpoint,
                List.of(template.substring(1).split("/")));
    }

    /** What stands in the places for ids, where the path is this route's; a literal matches in any case. */
    Optional<List<String>> match(List<String> path) {
        if (path.size() != parts.size()) {
            return Optional.empty();
        }
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).equals(ID)) {
                keys.add(path.get(i));
            } else if (!parts.get(i).equalsIgnoreCase(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(keys);
    }

    /** How many of its parts are ids: of two routes that match, the one with fewer is meant. */
    int ids() {
        return (int) parts.stream().filter(ID::equals).count();
    }
}
