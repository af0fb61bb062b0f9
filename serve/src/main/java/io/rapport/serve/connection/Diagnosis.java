package io.rapport.serve.connection;

import io.rapport.serve.json.JsonText;
import java.util.ArrayList;
import java.util.List;

/**
 * What the doctor says of one thing.
 *
 * @param subject a connection's name, or what else was looked at
 * @param text for people; names nobody
 */
public record Diagnosis(String subject, boolean isGood, String text) {

    private static final String GOOD = "ok";
    private static final String BAD = "to mend";

    /** As one text, to be kept. */
    public static String write(List<Diagnosis> diagnoses) {
        return JsonText.of(diagnoses.stream()
                .flatMap(one -> List.of(one.subject(), one.isGood() ? GOOD : BAD, one.text()).stream())
                .toList());
    }

    /** What {@link #write} wrote; nothing of anything else. */
    public static List<Diagnosis> read(String text) {
        List<Diagnosis> diagnoses = new ArrayList<>();
        List<String> words = text.startsWith("[") && text.endsWith("]") ? JsonText.strings(text) : List.of();
        for (int i = 0; i + 2 < words.size(); i += 3) {
            diagnoses.add(new Diagnosis(words.get(i), words.get(i + 1).equals(GOOD), words.get(i + 2)));
        }
        return diagnoses;
    }

    /** In one sentence, what {@link #write} wrote. */
    public static String sum(String text) {
        List<Diagnosis> diagnoses = read(text);
        List<String> bad = diagnoses.stream()
                .filter(one -> !one.isGood())
                .map(Diagnosis::subject)
                .toList();
        return diagnoses.isEmpty()
                ? ""
                : bad.isEmpty()
                        ? "Everything works."
                        : "There is something to mend with " + String.join(", ", bad) + ".";
    }
}
