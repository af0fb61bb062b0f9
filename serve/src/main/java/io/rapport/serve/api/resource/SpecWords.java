package io.rapport.serve.api.resource;

import io.rapport.core.address.Address;
import io.rapport.model.spec.Component;
import io.rapport.model.spec.Weights;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.Schedule;
import io.rapport.serve.enrichment.SpecCheck;
import io.rapport.serve.enrichment.SpecFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an enrichment counts, as the API writes and reads it: the words of a spec, and a schedule. */
final class SpecWords {

    private static final String WEIGHTS = "weights.";
    private static final String OPTIONS = "options.";
    private static final int LONGEST_NAME = 100;
    private static final long MOST_RECIPIENTS = 999_999_999;

    static final Shape<Enrichment> SPEC = Shape.of(
                    Enrichment.class, "EnrichmentSpec", "What an enrichment counts; it can be sent back with a change.")
            .text("name", "For people.", Enrichment::name)
            .texts(
                    "selection",
                    "Addresses of people, shared mailboxes and groups.",
                    one -> one.fields().selection().stream().map(Address::value).toList())
            .textOrNull(
                    "profiles",
                    "Name of the customer profiles; null where it reads files.",
                    one -> orNull(one.fields().value(SpecFields.PROFILES)))
            .text("timeZone", "In which days begin.", one -> one.timeZone().getId())
            .text("schedule", "When it runs by itself.", one -> one.schedule().text())
            .open("weights", "Of the score's components.", SpecWords::weights)
            .open("options", "Of the counting.", SpecWords::options)
            .build();

    private SpecWords() {}

    /** Those that a new one and a changed one take. */
    static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(
                Parameter.text("name", "For people; no addresses in it.")
                        .atMost(LONGEST_NAME)
                        .inBody()
                        .required(),
                Parameter.texts("selection", "Addresses of people, shared mailboxes and groups.")
                        .atMost(SpecCheck.MOST_LINES)
                        .required(),
                Parameter.text("profiles", "Name of the customer profiles.")
                        .inBody()
                        .required(),
                Parameter.text("timeZone", "In which days begin; else that of the settings.")
                        .inBody(),
                Parameter.text(
                                "schedule",
                                "When it runs by itself: never, daily 06:00 18:30, or monday 06:00; else that of the"
                                        + " settings.")
                        .inBody()));
        for (Component component : Component.values()) {
            all.add(Parameter.whole(
                            WEIGHTS + component.columnName(),
                            0,
                            Weights.HIGHEST,
                            component.defaultWeight(),
                            "Weight of this component of the score.")
                    .inBody());
        }
        all.add(flag("linkContacts", "People's Outlook contacts link unknown addresses to their owners.")
                .usually("true"));
        all.add(flag("matchDomains", "An unknown address counts for the account that owns its domain."));
        all.add(flag("rollUp", "A contact of an account is one of its parents too."));
        all.add(flag("excludePrivate", "Private and confidential events are no meetings."));
        all.add(Parameter.whole(
                        OPTIONS + "ignoreBulkOver", 1, MOST_RECIPIENTS, 1, "Emails with more recipients are left out.")
                .usually("")
                .inBody());
        all.add(Parameter.text(OPTIONS + "excludeGroup", "Address of a group whose members take part in nothing.")
                .inBody());
        return all;
    }

    /** What was said; what was not is as with a new one of the wizard. */
    static SpecFields fields(Call call, String output, SpecFields usual) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(SpecFields.NAME, call.text("name").strip());
        values.put(SpecFields.OUTPUT, output);
        values.put(
                SpecFields.SELECTION,
                call.texts("selection").stream()
                        .map(said -> Address.find(said).map(Address::value).orElse(said))
                        .distinct()
                        .collect(Collectors.joining("\n")));
        values.put(SpecFields.PROFILES, call.text("profiles"));
        String zone = call.textOrNull("timeZone");
        values.put(SpecFields.ZONE, zone == null ? usual.value(SpecFields.ZONE) : zone);
        String schedule = call.textOrNull("schedule");
        values.put(
                SpecFields.SCHEDULE,
                schedule == null
                        ? usual.value(SpecFields.SCHEDULE)
                        : Schedule.find(schedule).map(Schedule::text).orElse(schedule));
        for (Component component : Component.values()) {
            values.put(
                    "weight." + component.columnName(), Long.toString(call.number(WEIGHTS + component.columnName())));
        }
        for (String flag : SpecFields.FLAGS) {
            values.put("option." + flag, call.is(OPTIONS + flag) ? "yes" : "no");
        }
        values.put(
                "option.ignoreBulkOver",
                call.findNumber(OPTIONS + "ignoreBulkOver").map(String::valueOf).orElse(""));
        values.put("option.excludeGroup", call.text(OPTIONS + "excludeGroup").strip());
        return new SpecFields(values);
    }

    /** What the API calls a field of the wizard. */
    static String name(String field) {
        return field.equals(SpecFields.ZONE)
                ? "timeZone"
                : field.replaceFirst("^weight\\.", WEIGHTS).replaceFirst("^option\\.", OPTIONS);
    }

    private static Parameter flag(String name, String meaning) {
        return Parameter.flag(OPTIONS + name, meaning).inBody();
    }

    private static Map<String, Object> weights(Enrichment one) {
        Map<String, Object> weights = new LinkedHashMap<>();
        for (Component component : Component.values()) {
            String typed = one.fields().value("weight." + component.columnName());
            weights.put(
                    component.columnName(),
                    Long.valueOf(typed.isEmpty() ? Integer.toString(component.defaultWeight()) : typed));
        }
        return weights;
    }

    private static Map<String, @Nullable Object> options(Enrichment one) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        for (String flag : SpecFields.FLAGS) {
            String typed = one.fields().value("option." + flag);
            options.put(flag, typed.isEmpty() ? flag.equals("linkContacts") : typed.equals("yes"));
        }
        String bulk = one.fields().value("option.ignoreBulkOver");
        options.put("ignoreBulkOver", bulk.isEmpty() ? null : Long.valueOf(bulk));
        options.put("excludeGroup", orNull(one.fields().value("option.excludeGroup")));
        return options;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
