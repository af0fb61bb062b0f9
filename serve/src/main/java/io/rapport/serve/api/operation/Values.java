package io.rapport.serve.api.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a request said, checked against what its operation takes. */
public final class Values {

    private final Map<String, Object> values;

    private Values(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * Checks all of it at once.
     *
     * @param path the variables of the address
     * @param query the parameters behind it, each with all that was said
     * @param body the fields of the body, or the parts of a form; empty where there is none
     * @throws InvalidRequest with everything that is wrong
     */
    public static Values of(
            List<Parameter> declared, Map<String, String> path, Map<String, List<String>> query, Map<?, ?> body) {
        List<FieldProblem> problems = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        refuseOthers(names(declared, Parameter.Place.QUERY, ""), "query", query, problems);
        boolean isForm = declared.stream().anyMatch(parameter -> parameter.place() == Parameter.Place.PART);
        refuseOthers(names(declared, isForm ? Parameter.Place.PART : Parameter.Place.BODY, ""), "body", body, problems);
        refuseWithin(declared, body, problems);
        for (Parameter parameter : declared) {
            List<String> said = query.getOrDefault(parameter.name(), List.of());
            if (parameter.place() == Parameter.Place.QUERY && said.size() > 1) {
                problems.add(
                        new FieldProblem(parameter.name(), "It is said " + said.size() + " times; once is enough."));
                continue;
            }
            @Nullable
            Object raw = switch (parameter.place()) {
                case PATH -> path.get(parameter.name());
                case QUERY -> said.isEmpty() ? null : said.get(0);
                case BODY, PART -> within(body, parameter.name());
            };
            read(parameter, raw, values, problems);
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
        return new Values(values);
    }

    /** Null where nothing was said, and nothing is usual. */
    @Nullable
    Object find(String name) {
        return values.get(name);
    }

    private static void read(
            Parameter parameter, @Nullable Object raw, Map<String, Object> values, List<FieldProblem> problems) {
        Object said = raw == null && !parameter.usual().isEmpty() ? parameter.usual() : raw;
        if (said == null) {
            if (parameter.isRequired()) {
                problems.add(new FieldProblem(parameter.name(), "It is missing. " + ValueReading.expected(parameter)));
            }
            return;
        }
        boolean isTyped = parameter.place() == Parameter.Place.BODY && raw != null;
        Object value = ValueReading.find(parameter, said, isTyped).orElse(null);
        if (value == null) {
            problems.add(new FieldProblem(parameter.name(), ValueReading.expected(parameter)));
        } else {
            values.put(parameter.name(), value);
        }
    }

    /** Of a field within a field the name has a dot. */
    private static @Nullable Object within(Map<?, ?> body, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return body.get(name);
        }
        return body.get(name.substring(0, dot)) instanceof Map<?, ?> inner ? inner.get(name.substring(dot + 1)) : null;
    }

    private static void refuseWithin(List<Parameter> declared, Map<?, ?> body, List<FieldProblem> problems) {
        declared.stream()
                .map(Parameter::name)
                .filter(name -> name.indexOf('.') > 0)
                .map(name -> name.substring(0, name.indexOf('.')))
                .distinct()
                .forEach(outer -> {
                    Object said = body.get(outer);
                    if (said instanceof Map<?, ?> fields) {
                        refuseOthers(names(declared, Parameter.Place.BODY, outer + "."), outer, fields, problems);
                    } else if (said != null) {
                        problems.add(new FieldProblem(outer, "It is an object."));
                    }
                });
    }

    /** Names at a place, of fields within fields up to the dot; or of those within one. */
    private static Set<String> names(List<Parameter> declared, Parameter.Place place, String outer) {
        return declared.stream()
                .filter(parameter ->
                        parameter.place() == place && parameter.name().startsWith(outer))
                .map(parameter -> parameter.name().substring(outer.length()).split("\\.", 2)[0])
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void refuseOthers(Set<String> known, String where, Map<?, ?> said, List<FieldProblem> problems) {
        long others = said.keySet().stream()
                .filter(name -> !known.contains(String.valueOf(name)))
                .count();
        if (others > 0) {
            problems.add(new FieldProblem(
                    where,
                    (others == 1 ? "There is one name" : "There are " + others + " names")
                            + " that this operation does not know. It takes "
                            + (known.isEmpty() ? "none" : String.join(", ", known)) + "."));
        }
    }
}
