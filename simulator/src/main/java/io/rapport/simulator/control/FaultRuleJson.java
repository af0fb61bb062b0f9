package io.rapport.simulator.control;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fault rules as JSON. */
final class FaultRuleJson {

    private FaultRuleJson() {}

    /** @throws ControlRefusal where it is no rule */
    static FaultRule rule(Map<String, @Nullable Object> json) {
        try {
            return FaultRule.of(fault(json))
                    .method(text(json, "method"))
                    .path(text(json, "path"))
                    .mailbox(text(json, "mailbox"))
                    .from(number(json, "from", 1))
                    .times(number(json, "times", Integer.MAX_VALUE));
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            throw new ControlRefusal(400, String.valueOf(wrong.getMessage()));
        }
    }

    private static Fault fault(Map<String, @Nullable Object> json) {
        String kind = text(json, "fault");
        return switch (kind) {
            case "status" -> new Fault.Status(number(json, "status", 0), text(json, "code"), text(json, "retryAfter"));
            case "slow" -> new Fault.Slow(Duration.parse(text(json, "by")));
            case "cut" -> new Fault.Cut(number(json, "afterBytes", 0));
            case "truncated" -> new Fault.Truncated();
            case "notJson" -> new Fault.NotJson();
            case "wrongTypes" -> new Fault.WrongTypes();
            default ->
                throw new IllegalArgumentException(
                        "The fault is \"" + kind + "\"; it is status, slow, cut, truncated, notJson or wrongTypes.");
        };
    }

    static Map<String, @Nullable Object> json(FaultRule rule) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Fault fault = rule.fault();
        if (fault instanceof Fault.Status status) {
            json.put("fault", "status");
            json.put("status", status.status());
            json.put("code", status.code());
            json.put("retryAfter", status.retryAfter());
        } else if (fault instanceof Fault.Slow slow) {
            json.put("fault", "slow");
            json.put("by", slow.by().toString());
        } else if (fault instanceof Fault.Cut cut) {
            json.put("fault", "cut");
            json.put("afterBytes", cut.afterBytes());
        } else {
            json.put(
                    "fault",
                    fault instanceof Fault.Truncated
                            ? "truncated"
                            : fault instanceof Fault.NotJson ? "notJson" : "wrongTypes");
        }
        json.put("method", rule.method());
        json.put("path", rule.path());
        json.put("mailbox", rule.mailbox());
        json.put("from", rule.from());
        json.put("times", rule.times());
        return json;
    }

    private static String text(Map<String, @Nullable Object> json, String name) {
        Object value = json.get(name);
        return value == null ? "" : value.toString();
    }

    private static int number(Map<String, @Nullable Object> json, String name, int otherwise) {
        Object value = json.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(name + " is no whole number.");
    }
}
