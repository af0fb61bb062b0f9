package io.rapport.serve.enrichment;

import io.rapport.core.address.Address;
import io.rapport.model.run.RunFolder;
import io.rapport.model.spec.Component;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.SpecReader;
import io.rapport.serve.home.Home;
import io.rapport.serve.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What an enrichment counts, field by field, as the wizard has it; complete or not. What is saved runs as the spec that it
 * writes, by the same reader as a spec that a person wrote.
 *
 * @param values by the field's name; one that is not there is empty
 */
public record SpecFields(Map<String, String> values) {

    /** Names of the fields. */
    public static final String NAME = "name";

    public static final String OUTPUT = "output";
    /** Addresses, one a line. */
    public static final String SELECTION = "selection";
    /** Name of a set of customer profiles. */
    public static final String PROFILES = "profiles";

    /** Files that were sent for the set and may be no version of it yet; of drafts alone. */
    public static final String UPLOAD = "upload";
    /** What the fields begin with that say which of their columns is what; of drafts alone. */
    public static final String MAPPED = "upload.map.";

    public static final String ZONE = "zone";
    /** As {@link Schedule} writes it. */
    public static final String SCHEDULE = "schedule";

    /** Names of the options that are on or off. */
    public static final List<String> FLAGS = List.of("linkContacts", "matchDomains", "rollUp", "excludePrivate");

    public SpecFields {
        values = Map.copyOf(values);
    }

    /** What a new enrichment begins with. */
    public static SpecFields usual(EnrichmentSettings settings) {
        return new SpecFields(Map.of(
                NAME,
                "Account engagement",
                OUTPUT,
                "Office",
                ZONE,
                settings.timeZone().getId(),
                SCHEDULE,
                settings.schedule().text(),
                "option.linkContacts",
                "yes"));
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public SpecFields with(Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(changed);
        return new SpecFields(all);
    }

    /** With files that were sent for a set, and nothing said of their columns yet. */
    public SpecFields withUpload(String upload, String profiles) {
        return withoutUpload().with(Map.of(UPLOAD, upload, PROFILES, profiles));
    }

    /** Without files that were sent. */
    public SpecFields withoutUpload() {
        Map<String, String> left = new LinkedHashMap<>(values);
        left.keySet().removeIf(name -> name.startsWith(UPLOAD));
        return new SpecFields(left);
    }

    /** Those of the selection that are addresses, each once. */
    public List<Address> selection() {
        return value(SELECTION)
                .lines()
                .flatMap(line -> Address.find(line).stream())
                .distinct()
                .toList();
    }

    public Schedule schedule() {
        return Schedule.find(value(SCHEDULE)).orElse(Schedule.NEVER);
    }

    /** Whether somebody who agreed to one has agreed to the other: the same people, customers, and rules of counting. */
    public boolean countsTheSameAs(SpecFields other) {
        return agreedTo().equals(other.agreedTo());
    }

    private Map<String, Object> agreedTo() {
        Map<String, Object> spec = spec();
        List.of("name", "output", "timeZone", "weights").forEach(spec::remove);
        return spec;
    }

    /**
     * The spec that a run reads.
     *
     * @param profileSets names of the profile sets that there are
     * @throws io.rapport.core.error.RapportException with a {@link io.rapport.model.spec.SpecError}
     */
    public Spec read(Home home, Supplier<List<String>> profileSets) {
        try (RunFolder folder = RunFolder.create(home.temporary().resolve("spec-" + UUID.randomUUID()))) {
            Path file = Files.writeString(folder.path().resolve("enrichment.yaml"), JsonText.of(spec()));
            return SpecReader.read(file, profileSets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> spec() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("name", value(NAME));
        spec.put("output", value(OUTPUT));
        spec.put("selection", selection().stream().map(Address::value).toList());
        if (value(PROFILES).isEmpty()) {
            spec.put("contacts", mapping("contacts.", List.of("file", "email", "account", "id")));
            spec.put("accounts", mapping("accounts.", List.of("file", "id", "name", "parent")));
        } else {
            spec.put("profiles", value(PROFILES));
        }
        if (!value(ZONE).isEmpty()) {
            spec.put("timeZone", value(ZONE));
        }
        Map<String, Object> weights = new LinkedHashMap<>();
        Arrays.stream(Component.values())
                .map(Component::columnName)
                .forEach(name -> findNumber("weight." + name).ifPresent(weight -> weights.put(name, weight)));
        if (!weights.isEmpty()) {
            spec.put("weights", weights);
        }
        Map<String, Object> options = options();
        if (!options.isEmpty()) {
            spec.put("options", options);
        }
        return spec;
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        FLAGS.stream()
                .filter(flag -> !value("option." + flag).isEmpty())
                .forEach(flag -> options.put(flag, value("option." + flag).equals("yes")));
        findNumber("option.ignoreBulkOver").ifPresent(most -> options.put("ignoreBulkOver", most));
        if (!value("option.excludeGroup").isEmpty()) {
            options.put("excludeGroup", value("option.excludeGroup"));
        }
        return options;
    }

    private Map<String, Object> mapping(String prefix, List<String> keys) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        keys.stream()
                .filter(key -> !value(prefix + key).isEmpty())
                .forEach(key -> mapping.put(key, value(prefix + key)));
        return mapping;
    }

    /** What is no number is left to the spec's reader, which says so. */
    private Optional<Object> findNumber(String field) {
        String text = value(field).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(text.matches("[0-9]{1,9}") ? (Object) Integer.valueOf(text) : text);
    }

    /** As it is stored: names and values in turn. */
    String text() {
        List<String> turn = new ArrayList<>();
        values.forEach((name, value) -> turn.addAll(List.of(name, value)));
        return JsonText.of(turn);
    }

    static SpecFields of(String text) {
        List<String> turn = JsonText.strings(text);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i + 1 < turn.size(); i += 2) {
            values.put(turn.get(i), turn.get(i + 1));
        }
        return new SpecFields(values);
    }
}
