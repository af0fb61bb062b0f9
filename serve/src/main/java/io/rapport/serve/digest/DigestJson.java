package io.rapport.serve.digest;

import io.rapport.serve.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The contents of a digest as JSON: kept so, and posted so. */
final class DigestJson {

    private DigestJson() {}

    static Map<String, @Nullable Object> of(DigestContents contents) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("newStale", customers(contents.stale()));
        json.put("bigMoves", customers(contents.moves()));
        json.put(
                "newUnmatchedDomains",
                Map.of(
                        "count",
                        contents.domains().count(),
                        "domains",
                        contents.domains().first().stream()
                                .map(domain -> {
                                    Map<String, Object> line = new LinkedHashMap<>();
                                    line.put("domain", domain.name());
                                    line.put("emails", domain.emails());
                                    return line;
                                })
                                .toList()));
        return json;
    }

    private static Map<String, Object> customers(DigestContents.Customers customers) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", customers.count());
        json.put("customers", customers.first().stream().map(DigestJson::line).toList());
        return json;
    }

    private static Map<String, @Nullable Object> line(DigestContents.Line line) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", line.id());
        json.put("name", line.name());
        json.put("score", line.score());
        json.put("scoreBefore", line.before());
        json.put("reason", line.reason());
        return json;
    }

    static DigestContents read(String text) {
        Map<?, ?> json = map(JsonText.read(text));
        Map<?, ?> domains = map(json.get("newUnmatchedDomains"));
        return new DigestContents(
                customers(map(json.get("newStale"))),
                customers(map(json.get("bigMoves"))),
                new DigestContents.Domains(
                        number(domains.get("count")).longValue(),
                        list(domains.get("domains")).stream()
                                .map(DigestJson::map)
                                .map(line -> new DigestContents.Domain(
                                        text(line.get("domain")),
                                        number(line.get("emails")).longValue()))
                                .toList()));
    }

    private static DigestContents.Customers customers(Map<?, ?> json) {
        return new DigestContents.Customers(
                number(json.get("count")).longValue(),
                list(json.get("customers")).stream()
                        .map(DigestJson::map)
                        .map(line -> new DigestContents.Line(
                                text(line.get("id")),
                                text(line.get("name")),
                                number(line.get("score")).doubleValue(),
                                line.get("scoreBefore") instanceof Number before ? before.doubleValue() : null,
                                text(line.get("reason"))))
                        .toList());
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Number number(@Nullable Object value) {
        return value instanceof Number number ? number : 0L;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
