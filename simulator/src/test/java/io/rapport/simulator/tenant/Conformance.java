package io.rapport.simulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.rapport.simulator.http.Json;
import io.rapport.simulator.http.JsonTree;
import io.rapport.simulator.http.Parameters;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft's own description of Graph. Every request that a test's {@link Client} makes of Graph and that is accepted,
 * and every answer to it, is held against it, where the description is there and knows the path; of a long page the first
 * entities, for each takes a millisecond.
 */
final class Conformance {

    static final Path DESCRIPTION = Path.of("../../shared/reference/graph-openapi-subset.yaml");

    private static final int MOST = 20;
    private static final Pattern ID = Pattern.compile("\\{[^}]+}");

    private static final Optional<OpenApiInteractionValidator> VALIDATOR = validator();

    private Conformance() {}

    private static Optional<OpenApiInteractionValidator> validator() {
        if (!Files.exists(DESCRIPTION)) {
            return Optional.empty();
        }
        return Optional.of(OpenApiInteractionValidator.createFor(
                        DESCRIPTION.toAbsolutePath().normalize().toUri().toString())
                .withLevelResolver(LevelResolver.create()
                        // OData's own words stand beside the schema's, which doesn't know them.
                        .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.IGNORE)
                        // The description is a part of Graph's; what it leaves out it says nothing about.
                        .withLevel("validation.request.path.missing", ValidationReport.Level.IGNORE)
                        .withLevel("validation.request.operation.notAllowed", ValidationReport.Level.IGNORE)
                        .build())
                .build());
    }

    static boolean isKnown() {
        return VALIDATOR.isPresent();
    }

    /** @param body of the request; empty where it has none */
    static void check(Client.Reply reply, String body) {
        if (VALIDATOR.isEmpty() || !reply.request().uri().getRawPath().startsWith("/v1.0/")) {
            return;
        }
        URI uri = reply.request().uri();
        String path = uri.getRawPath().substring("/v1.0".length());
        Request.Method method = Request.Method.valueOf(reply.request().method());
        boolean isAccepted = reply.status() < 300;
        ValidationReport report = isAccepted
                ? VALIDATOR.get().validate(request(method, path, uri.getRawQuery(), body), response(reply))
                : VALIDATOR.get().validateResponse(path, method, response(reply));
        assertThat(report.getMessages())
                .as("%s %s", method, uri)
                .allMatch(message -> message.getLevel() == ValidationReport.Level.IGNORE);
    }

    /** The operations of the description, as {@code get /users/{id}}. */
    static Set<String> operations() throws IOException {
        Set<String> operations = new TreeSet<>();
        String path = "";
        for (String line : Files.readAllLines(DESCRIPTION)) {
            if (line.matches(" {2}['\"]?/\\S*['\"]?:")) {
                path = line.strip().replaceAll("['\"]|:$", "");
            } else if (line.matches(" {4}(get|post|patch|put|delete):")) {
                operations.add(
                        line.strip().replace(":", "") + " " + ID.matcher(path).replaceAll("{id}"));
            }
        }
        return operations;
    }

    private static SimpleRequest request(Request.Method method, String path, @Nullable String query, String body) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(method, path);
        Parameters parameters = Parameters.of(query == null ? "" : query);
        for (String name : parameters.names()) {
            request.withQueryParam(name, parameters.text(name));
        }
        return body.isEmpty()
                ? request.build()
                : request.withContentType("application/json").withBody(body).build();
    }

    private static SimpleResponse response(Client.Reply reply) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(reply.status());
        for (Map.Entry<String, List<String>> header :
                reply.response().headers().map().entrySet()) {
            response.withHeader(header.getKey(), header.getValue());
        }
        return response.withBody(shortened(reply.response().body())).build();
    }

    private static byte[] shortened(byte[] body) {
        if (body.length < 50_000) {
            return body;
        }
        Map<String, @Nullable Object> page = JsonTree.object(body);
        if (page.get("value") instanceof List<?> entities && entities.size() > MOST) {
            page.put("value", entities.subList(0, MOST));
        }
        return Json.bytes(json -> JsonTree.write(json, page));
    }
}
