package io.rapport.serve.api.front;

import io.rapport.serve.api.operation.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** All operations, found by method and address. */
public final class Operations {

    private final List<Operation> all;

    /** @throws IllegalArgumentException where two have the same id, or the same method and address */
    public Operations(List<Operation> all) {
        this.all = List.copyOf(all);
        Set<String> names = new LinkedHashSet<>();
        for (Operation operation : all) {
            String address = operation.method() + " " + operation.path().replaceAll("\\{[A-Za-z]+}", "{}");
            if (!names.add(operation.id()) || !names.add(address)) {
                throw new IllegalArgumentException("a second " + operation.id() + ", or " + address);
            }
        }
    }

    public List<Operation> all() {
        return all;
    }

    /** An operation, and the variables of its address. */
    public record Match(Operation operation, Map<String, String> variables) {}

    /** Empty where there is none of this method at this address. */
    public Optional<Operation> find(HttpServletRequest request) {
        return match(request).map(Match::operation);
    }

    Optional<Match> match(HttpServletRequest request) {
        return match(request.getMethod(), request.getRequestURI());
    }

    /** @param path of the address, encoded as it is in one */
    public Optional<Match> match(String method, String path) {
        return matches(path).stream()
                .filter(match -> match.operation().method().equals(method))
                .min(Comparator.comparing(match -> match.variables().size()));
    }

    /** The methods that an address knows. */
    List<String> methods(HttpServletRequest request) {
        return matches(request.getRequestURI()).stream()
                .map(match -> match.operation().method())
                .distinct()
                .sorted()
                .toList();
    }

    private List<Match> matches(String path) {
        if (!path.startsWith(Operation.ROOT + "/")) {
            return List.of();
        }
        List<String> said = parts(path.substring(Operation.ROOT.length()));
        return all.stream()
                .flatMap(operation -> Optional.ofNullable(variables(parts(operation.path()), said))
                        .map(variables -> new Match(operation, variables))
                        .stream())
                .toList();
    }

    private static @Nullable Map<String, String> variables(List<String> pattern, List<String> said) {
        if (pattern.size() != said.size()) {
            return null;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String part = pattern.get(i);
            if (part.startsWith("{")) {
                String value = decoded(said.get(i));
                if (value == null) {
                    return null;
                }
                variables.put(part.substring(1, part.length() - 1), value);
            } else if (!part.equals(said.get(i))) {
                return null;
            }
        }
        return variables;
    }

    /** Null where it is not well formed. */
    private static @Nullable String decoded(String part) {
        try {
            return UriUtils.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static List<String> parts(String path) {
        return Arrays.asList(path.substring(1).split("/", -1));
    }
}
