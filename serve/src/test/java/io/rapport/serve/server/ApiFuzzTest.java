package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.api.gate.ApiSettings;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentState;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.segment.Segments;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Requests made up from the API's own document, right and wrong, by every role: none is answered with a status of 500 or more,
 * and every answer is as the document says. For longer: {@code -Drapport.fuzz.seconds=300}.
 */
class ApiFuzzTest {

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("rapport.fuzz.seconds", 3));
    private static final long SEED = Long.getLong("rapport.fuzz.seed", 20_261);

    /** An enrichment of its own, to be changed. */
    private static final String FUZZED = "Fuzzed";

    /** They would take away, or work for long on, what other tests look at. */
    private static final List<String> LEFT_OUT = List.of("runDoctor", "createExtraction", "cancelJob");

    private static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "-1",
            "99999999999999999999",
            "1e9",
            "null",
            "true",
            "2026-02-30",
            "9999-12-31",
            "%",
            "'; drop table run; --",
            "../../etc/passwd",
            "~!",
            "~w6TDtg",
            "\u0000",
            "\ud83d\ude00",
            "e\u0301",
            "x".repeat(300),
            "WyIiLCIiLCItMSJd");

    private final Random random = new Random(SEED);

    @Test
    void no_request_is_answered_with_a_fault_of_our_own() throws Exception {
        SERVER.server.part(ApiSettings.class).setRequestsPerMinute("100000");
        save();
        ApiDocument document = ApiDocument.of(SERVER);
        List<ApiDocument.Entry> entries = document.entries().stream()
                .filter(entry -> !LEFT_OUT.contains(entry.id()))
                .toList();
        List<ApiCaller> callers = List.of(
                ApiCaller.of(SERVER, "Administrator"),
                ApiCaller.of(SERVER, "Contributor"),
                ApiCaller.of(SERVER, "Viewer"));
        Map<Integer, Integer> statuses = new TreeMap<>();
        Instant end = io.rapport.serve.SystemTime.instants().instant().plus(LENGTH);
        int requests = 0;
        while (requests < entries.size() * 2
                || io.rapport.serve.SystemTime.instants().instant().isBefore(end)) {
            ApiDocument.Entry entry = entries.get(requests % entries.size());
            ApiCaller caller = callers.get(random.nextInt(callers.size()));
            String path = address(entry);
            Map<?, ?> wanted = entry.fields().get("requestBody") instanceof Map<?, ?> declared
                    ? ApiDocument.map(declared.get("content"))
                    : Map.of();
            boolean isForm = wanted.containsKey("multipart/form-data");
            String body = wanted.isEmpty() ? null : isForm ? form(wanted) : body(wanted);
            List<String> headers = new ArrayList<>();
            if (random.nextInt(8) == 0) {
                headers.addAll(List.of("Accept", any("text/csv", "application/json;q=0", "*/*", "x")));
            }
            if (isForm && random.nextInt(8) > 0) {
                headers.addAll(List.of("Content-Type", any(ApiCaller.FORM, ApiCaller.FORM, "multipart/form-data")));
            }
            HttpResponse<String> answer = caller.send(entry.method(), path, body, headers.toArray(String[]::new));
            assertThat(answer.statusCode())
                    .as("seed %s, request %s: %s %s %s: %s", SEED, requests, entry.method(), path, body, answer.body())
                    .isLessThan(500);
            // Slashes and nothings within a part of an address the container refuses before anything of ours is asked.
            boolean isContainers = answer.statusCode() == 400
                    && path.matches("(?s).*%(2F|5C|00).*")
                    && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
            if (!isContainers) {
                document.assertFits(entry, answer);
            }
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            requests++;
        }
        Segments segments = SERVER.server.part(Segments.class);
        segments.list().stream()
                .filter(segment -> String.valueOf(segment.createdBy()).startsWith("API key Test of"))
                .forEach(segment -> assertThat(segments.delete(segment.id())).isTrue());
        Enrichments enrichments = SERVER.server.part(Enrichments.class);
        enrichments.list().stream()
                .filter(one -> one.askedBy().startsWith("API key Test of")
                        || one.output().equals(FUZZED))
                .forEach(one -> assertThat(one.state() == EnrichmentState.DELETED
                                || SERVER.server.part(Lifecycle.class).delete(one, "a test"))
                        .isTrue());
        Profiles profiles = SERVER.server.part(Profiles.class);
        profiles.list().stream()
                .filter(set -> set.by().startsWith("API key Test of"))
                .forEach(profiles::remove);

        assertThat(statuses.keySet()).contains(200, 400, 403, 404);
    }

    private static void save() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(SpecFields.NAME, FUZZED);
        fields.put(SpecFields.OUTPUT, FUZZED);
        fields.put(SpecFields.SELECTION, HOME.listed());
        fields.put(SpecFields.PROFILES, "None");
        fields.put(SpecFields.SCHEDULE, "never");
        Enrichment unused = SERVER.server.part(Lifecycle.class).save(new SpecFields(fields), List.of(), "a test");
    }

    private String address(ApiDocument.Entry entry) {
        String path = entry.path();
        List<String> query = new ArrayList<>();
        for (Map<?, ?> parameter : entry.parameters()) {
            String name = String.valueOf(parameter.get("name"));
            if ("path".equals(parameter.get("in"))) {
                path = path.replace(
                        "{" + name + "}", encoded(entry.method().equals("GET") ? known(name) : changed(name)));
            } else if ("query".equals(parameter.get("in")) && random.nextInt(3) == 0) {
                query.add(name + "=" + encoded(value(ApiDocument.map(parameter.get("schema")))));
            }
        }
        if (random.nextInt(12) == 0) {
            query.add(encoded(odd()) + "=" + encoded(odd()));
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    /** Something that is there, mostly. */
    private String known(String variable) {
        if (random.nextInt(3) == 0) {
            return odd();
        }
        return switch (variable) {
            case "output" -> any(HOME.spec.output(), FUZZED);
            case "segment" -> any("stale", "rising", "one-way");
            case "dataset" -> any("Message_v1", "User_v1");
            case "key" -> any("A-0001", "1", "~MQ");
            default -> odd();
        };
    }

    /** Something that may be changed and lost, or nothing. */
    private String changed(String variable) {
        return variable.equals("output") && random.nextInt(3) > 0 ? FUZZED : odd();
    }

    private String value(Map<?, ?> schema) {
        if (random.nextInt(4) == 0) {
            return odd();
        }
        if (schema.get("enum") instanceof List<?> choices) {
            return String.valueOf(choices.get(random.nextInt(choices.size())));
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "integer" -> Integer.toString(random.nextInt(1_100));
            case "boolean" -> any("true", "false");
            default ->
                "date".equals(schema.get("format")) ? "2026-0" + (1 + random.nextInt(9)) + "-15" : any("a", odd());
        };
    }

    private String body(Map<?, ?> wanted) {
        if (random.nextInt(10) == 0) {
            return any("", "null", "[]", "{", "{\"a\":1,\"a\":2}", "\"text\"", "[".repeat(2_000));
        }
        Map<?, ?> content = ApiDocument.map(wanted.get("application/json"));
        Map<?, ?> properties =
                ApiDocument.map(ApiDocument.map(content.get("schema")).get("properties"));
        Map<String, Object> body = new LinkedHashMap<>();
        properties.forEach((name, schema) -> {
            if (random.nextInt(6) > 0) {
                body.put(
                        String.valueOf(name),
                        random.nextInt(8) == 0 ? List.of(1, true, odd()) : typed(ApiDocument.map(schema)));
            }
        });
        if (body.containsKey("enrichment") && random.nextInt(2) == 0) {
            body.put("enrichment", HOME.spec.output());
        }
        if (random.nextInt(10) == 0) {
            body.put(odd(), odd());
        }
        return JsonText.of(body);
    }

    /** Of the type that the document says, mostly. */
    private Object typed(Map<?, ?> schema) {
        if (schema.containsKey("$ref")) {
            return rule(0);
        }
        String text = value(schema);
        return switch (String.valueOf(schema.get("type"))) {
            case "integer" -> text.matches("[0-9]{1,4}") ? (Object) Long.valueOf(text) : text;
            case "boolean" -> text.equals("true") ? (Object) true : text.equals("false") ? (Object) false : text;
            case "array" -> List.of(any(HOME.listed(), "mira@contoso.com", odd()), any("a@b.example", odd()));
            case "object" -> {
                Map<String, Object> inner = new LinkedHashMap<>();
                if (schema.get("properties") instanceof Map<?, ?> properties) {
                    properties.forEach((name, one) -> {
                        if (random.nextInt(3) == 0) {
                            inner.put(String.valueOf(name), typed(ApiDocument.map(one)));
                        }
                    });
                }
                yield inner;
            }
            default -> text;
        };
    }

    private String form(Map<?, ?> wanted) {
        Map<?, ?> content = ApiDocument.map(wanted.get("multipart/form-data"));
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, String> files = new LinkedHashMap<>();
        ApiDocument.map(ApiDocument.map(content.get("schema")).get("properties"))
                .forEach((name, schema) -> {
                    if (ApiDocument.map(schema).containsKey("contentMediaType") ^ random.nextInt(12) == 0) {
                        files.put(
                                String.valueOf(name),
                                any("id,name,email,account\n1,Fabrikam,ana@fabrikam.com,1\n", "a\n\"", odd()));
                    } else if (random.nextInt(3) == 0) {
                        texts.put(
                                String.valueOf(name),
                                random.nextInt(3) == 0 ? odd() : any("id", "name", "true", "Fuzzed"));
                    }
                });
        if (random.nextInt(2) == 0) {
            texts.put("name", any("Fuzzed", "fuzzed", "a"));
        }
        return ApiCaller.form(texts, files);
    }

    private Object rule(int depth) {
        if ((depth > 0 && random.nextInt(3) > 0) || depth > 6) {
            Map<String, Object> condition = new LinkedHashMap<>();
            condition.put("column", any("EngagementScore", "AccountName", "GoingQuiet", "EngagementStartDate", odd()));
            condition.put("operator", any("more-than", "contains", "true", "before", odd()));
            condition.put("value", random.nextInt(4) == 0 ? random.nextInt() : any("60", "2026-01-01", odd()));
            return condition;
        }
        List<Object> rules = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            rules.add(rule(depth + 1));
        }
        return Map.of("match", any("all", "any", odd()), "rules", rules);
    }

    private String odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String encoded(String text) {
        return text.isEmpty()
                ? "-"
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
