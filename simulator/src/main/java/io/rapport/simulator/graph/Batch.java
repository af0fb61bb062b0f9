package io.rapport.simulator.graph;

import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Json;
import io.rapport.simulator.http.JsonTree;
import io.rapport.simulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * {@code $batch}: up to twenty requests in one, four at a time; the answers come in no promised order, and each part fails
 * for itself. Thread-safe.
 */
final class Batch {

    private static final int MOST = 20;
    private static final int TOGETHER = 4;
    private static final int THREADS = 16;

    private final Function<Request, Answer> parts;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "batch");
        thread.setDaemon(true);
        return thread;
    });

    /** @param parts answers one of the requests; throws nothing */
    Batch(Function<Request, Answer> parts) {
        this.parts = parts;
    }

    void close() {
        threads.shutdownNow();
    }

    private record Part(String id, Request request, List<String> dependsOn) {}

    Answer answer(Request request) {
        if (!request.method().equals("POST")) {
            throw new GraphRefusal(
                    405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
        }
        List<Part> waiting = new ArrayList<>(parts(request));
        Map<String, Answer> answers = new LinkedHashMap<>();
        while (!waiting.isEmpty()) {
            List<Part> ready = waiting.stream()
                    .filter(part -> answers.keySet().containsAll(part.dependsOn()))
                    .limit(TOGETHER)
                    .toList();
            run(ready, answers);
            waiting.removeAll(ready);
        }
        return Answer.json(200, Json.bytes(json -> write(json, answers)));
    }

    private void run(List<Part> ready, Map<String, Answer> answers) {
        List<Callable<Answer>> work = new ArrayList<>();
        for (Part part : ready) {
            boolean hasFailedBefore = part.dependsOn().stream()
                    .map(answers::get)
                    .anyMatch(before -> before != null && before.status() >= 400);
            work.add(() -> hasFailedBefore ? failedDependency() : parts.apply(part.request()));
        }
        try {
            List<Future<Answer>> done = threads.invokeAll(work);
            // The last comes first: nobody may rely on the order.
            for (int i = done.size() - 1; i >= 0; i--) {
                answers.put(ready.get(i).id(), done.get(i).get());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new GraphRefusal(503, "serviceNotAvailable", "The service is going down.");
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Answer failedDependency() {
        return Answer.json(424, Json.bytes(json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("error");
            json.writeStringProperty("code", "FailedDependency");
            json.writeStringProperty("message", "A request that this one depends on failed.");
            json.writeEndObject();
            json.writeEndObject();
        }));
    }

    private static List<Part> parts(Request request) {
        Object list;
        try {
            list = JsonTree.object(request.body()).get("requests");
        } catch (IllegalArgumentException noJson) {
            throw GraphRefusal.badRequest(
                    "Unable to read JSON request payload. Please ensure Content-Type header is set "
                            + "and payload is of valid JSON format.");
        }
        if (!(list instanceof List<?> requests)) {
            throw GraphRefusal.badRequest("Invalid batch payload format.");
        }
        if (requests.size() > MOST) {
            throw GraphRefusal.badRequest("Number of batch request steps exceeds the maximum value of " + MOST + ".");
        }
        List<Part> parts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Object one : requests) {
            Part part = part(one, request);
            if (!ids.containsAll(part.dependsOn())) {
                throw GraphRefusal.badRequest("A batch request depends on one that does not come before it.");
            }
            if (!ids.add(part.id())) {
                throw GraphRefusal.badRequest("Duplicate request id '" + part.id() + "' in the batch.");
            }
            parts.add(part);
        }
        return parts;
    }

    private static Part part(@Nullable Object one, Request whole) {
        if (!(one instanceof Map<?, ?> members)
                || !(members.get("id") instanceof String id)
                || !(members.get("method") instanceof String method)
                || !(members.get("url") instanceof String url)
                || url.contains("$batch")) {
            throw GraphRefusal.badRequest(
                    "Invalid batch payload format: a request has an id, a method and a relative url.");
        }
        String relative = "/v1.0" + (url.startsWith("/") ? url : "/" + url);
        int question = relative.indexOf('?');
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Authorization", whole.headers("Authorization"));
        if (members.get("headers") instanceof Map<?, ?> own) {
            own.forEach((name, value) -> headers.put(String.valueOf(name), List.of(String.valueOf(value))));
        }
        byte[] body = members.get("body") == null
                ? new byte[0]
                : Json.bytes(json -> JsonTree.write(json, members.get("body")));
        List<String> dependsOn = new ArrayList<>();
        if (members.get("dependsOn") instanceof List<?> others) {
            others.forEach(other -> dependsOn.add(String.valueOf(other)));
        }
        return new Part(
                id,
                new Request(
                        method,
                        question < 0 ? relative : relative.substring(0, question),
                        question < 0 ? "" : relative.substring(question + 1),
                        headers,
                        body),
                dependsOn);
    }

    private static void write(JsonGenerator json, Map<String, Answer> answers) {
        json.writeStartObject();
        json.writeArrayPropertyStart("responses");
        answers.forEach((id, answer) -> {
            json.writeStartObject();
            json.writeStringProperty("id", id);
            json.writeNumberProperty("status", answer.status());
            json.writeObjectPropertyStart("headers");
            answer.headers().forEach(json::writeStringProperty);
            json.writeEndObject();
            if (answer.body().length > 0) {
                json.writeName("body");
                writeBody(json, answer.body());
            }
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    /** As it is where it is JSON, else as text. */
    private static void writeBody(JsonGenerator json, byte[] body) {
        Object tree;
        try {
            tree = JsonTree.read(body);
        } catch (IllegalArgumentException noJson) {
            tree = new String(body, StandardCharsets.UTF_8);
        }
        JsonTree.write(json, tree);
    }
}
