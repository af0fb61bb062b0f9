package io.rapport.simulator.graph;

import io.rapport.simulator.control.Fault;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Delivery;
import io.rapport.simulator.http.Json;
import io.rapport.simulator.http.JsonTree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Makes what a fault asks for. */
public final class Faults {

    private static final String PAGE = "<html><head><title>502 Bad Gateway</title></head><body>proxy</body></html>";

    private Faults() {}

    /** The refusal that a status stands for. */
    static GraphRefusal refusal(Fault.Status fault) {
        String code = fault.code().isEmpty() ? usualCode(fault.status()) : fault.code();
        String message = fault.status() == 429 ? "Please retry again later." : "This fault was planned.";
        return new GraphRefusal(
                fault.status(),
                code,
                message,
                fault.retryAfter().isEmpty() ? Map.of() : Map.of("Retry-After", fault.retryAfter()));
    }

    /** What becomes of a good answer. */
    public static Answer spoiled(Fault fault, Answer answer) {
        if (fault instanceof Fault.Slow slow) {
            return answer.with(new Delivery(slow.by(), OptionalInt.empty()));
        }
        if (fault instanceof Fault.Cut cut) {
            return answer.with(new Delivery(
                    Duration.ZERO, OptionalInt.of(Math.min(cut.afterBytes(), Math.max(0, answer.body().length - 1)))));
        }
        if (fault instanceof Fault.Truncated) {
            return answer.with(Arrays.copyOf(answer.body(), answer.body().length / 2));
        }
        if (fault instanceof Fault.NotJson) {
            return answer.with(PAGE.getBytes(StandardCharsets.UTF_8));
        }
        return answer.body().length == 0 ? answer : answer.with(wrongTypes(answer.body()));
    }

    private static String usualCode(int status) {
        return switch (status) {
            case 400 -> "BadRequest";
            case 401 -> "InvalidAuthenticationToken";
            case 403 -> "ErrorAccessDenied";
            case 404 -> "ErrorItemNotFound";
            case 410 -> "SyncStateNotFound";
            case 429 -> "TooManyRequests";
            case 503 -> "serviceNotAvailable";
            case 504 -> "gatewayTimeout";
            default -> "InternalServerError";
        };
    }

    private static byte[] wrongTypes(byte[] body) {
        Object tree;
        try {
            tree = JsonTree.read(body);
        } catch (IllegalArgumentException noJson) {
            return body;
        }
        return Json.bytes(body.length, json -> JsonTree.write(json, wrong(tree, "")));
    }

    /** Links and ids stay, so that a client gets as far as the values. */
    private static @Nullable Object wrong(@Nullable Object value, String name) {
        if (value instanceof Map<?, ?> object) {
            Map<String, @Nullable Object> wrong = new LinkedHashMap<>();
            object.forEach((member, inner) -> wrong.put((String) member, wrong(inner, (String) member)));
            return wrong;
        }
        if (value instanceof List<?> list) {
            if (!name.equals("value")) {
                return Map.of("count", list.size());
            }
            List<@Nullable Object> wrong = new ArrayList<>();
            list.forEach(inner -> wrong.add(wrong(inner, "")));
            return wrong;
        }
        if (value instanceof Boolean) {
            return "perhaps";
        }
        if (value instanceof String && !name.startsWith("@") && !name.equals("id")) {
            return name.endsWith("DateTime") ? "yesterday" : List.of(42);
        }
        return value;
    }
}
