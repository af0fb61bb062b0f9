package io.rapport.serve.web.wizard;

import io.rapport.model.input.CustomerField;
import io.rapport.model.spec.Component;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.web.profile.MappingForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** Which fields each step has; what else is sent is not looked at. */
final class StepFields {

    /** Of the counting; without a value they are off. */
    static final List<String> FLAGS =
            List.of("option.linkContacts", "option.matchDomains", "option.rollUp", "option.excludePrivate");

    private static final int LONGEST = 400;

    private StepFields() {}

    /** What was sent of a step's fields, tidied. */
    static Map<String, String> read(Step step, MultiValueMap<String, String> sent, boolean isEditing) {
        Map<String, String> fields = new LinkedHashMap<>();
        switch (step) {
            case ADDRESSES -> {
                List<String> all = new ArrayList<>(List.of(text(sent, SpecFields.SELECTION)));
                all.addAll(sent.getOrDefault("add", List.of()));
                fields.put(SpecFields.SELECTION, TypedAddresses.tidy(String.join("\n", all)));
            }
            case CONSENT -> fields.put("agree", text(sent, "agree"));
            case CONTACTS -> fields.put(SpecFields.PROFILES, text(sent, SpecFields.PROFILES));
            case NAME -> {
                List<String> names = new ArrayList<>(List.of(
                        SpecFields.NAME,
                        TypedSchedule.DAY,
                        TypedSchedule.TIMES,
                        SpecFields.ZONE,
                        "option.ignoreBulkOver",
                        "option.excludeGroup"));
                if (!isEditing) {
                    names.add(SpecFields.OUTPUT);
                }
                for (Component component : Component.values()) {
                    names.add("weight." + component.columnName());
                }
                names.forEach(name -> fields.put(name, cut(text(sent, name).strip())));
                FLAGS.forEach(flag -> fields.put(flag, sent.containsKey(flag) ? "yes" : "no"));
            }
            case MAPPING ->
                Arrays.stream(CustomerField.values())
                        .map(field -> SentFiles.PREFIX + MappingForm.key(field))
                        .filter(sent::containsKey)
                        .forEach(name -> fields.put(name, cut(text(sent, name).strip())));
            case OVERVIEW, REVIEW -> {}
        }
        return fields;
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        String text = sent.getFirst(name);
        return text == null ? "" : text;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
