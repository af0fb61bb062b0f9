package io.rapport.model.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a model's file: comment lines {@code -- word: text} on top, then the select. */
final class ModelFile {

    private static final List<String> WORDS = List.of("grain", "key", "not null", "holds", "as", "repeats");

    private ModelFile() {}

    static Model parse(String file, String text) {
        Map<String, String> promises = new HashMap<>();
        List<String> select = new ArrayList<>();
        String last = "";
        for (String line : text.split("\n", -1)) {
            if (!line.startsWith("--")) {
                select.add(line);
                continue;
            }
            // An empty line in its place, so that engines count lines as the file does.
            select.add("");
            String comment = line.substring(2).strip();
            String word = WORDS.stream()
                    .filter(candidate -> comment.startsWith(candidate + ":"))
                    .findFirst()
                    .orElse("");
            if (!word.isEmpty()) {
                promises.put(word, comment.substring(word.length() + 1).strip());
                last = word;
            } else if (last.equals("grain")) {
                promises.merge("grain", comment, (grain, more) -> grain + " " + more);
            }
        }
        String as = promises.getOrDefault("as", "");
        if (!promises.containsKey("grain") || !(as.equals("table") || as.equals("view"))) {
            throw new IllegalStateException(file + " must say on top what its grain is and 'as: table' or 'as: view'");
        }
        return new Model(
                file.substring(file.lastIndexOf('/') + 1),
                file,
                promises.getOrDefault("grain", ""),
                list(promises.get("key")),
                list(promises.get("not null")),
                Optional.ofNullable(promises.get("holds")),
                as.equals("table"),
                Optional.ofNullable(promises.get("repeats")),
                String.join("\n", select).stripTrailing());
    }

    private static List<String> list(@org.jspecify.annotations.Nullable String names) {
        return names == null ? List.of() : Arrays.asList(names.split(", *"));
    }
}
