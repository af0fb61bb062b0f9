package io.rapport.core.fuzz;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.Datasets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for pieces of an input in what is said about it. The fuzzer leaves this package alone: it would learn what is
 * compared here and write messages into its inputs.
 */
public final class Echo {

    /** Pieces this long don't come about by chance. */
    private static final int PIECE = 8;

    private Echo() {}

    /** @param allowed what a message may say although the input holds it too: names of columns, the file's own name */
    public static void requireNone(String message, byte[] input, Collection<String> allowed) {
        String rest = message;
        // A short name within a longer one would leave pieces of the longer.
        for (String word : longestFirst(allowed)) {
            rest = rest.replace(word, "\u0000");
        }
        String text = text(input);
        for (int i = 0; i + PIECE <= rest.length(); i++) {
            String piece = rest.substring(i, i + PIECE);
            if (piece.indexOf('\u0000') < 0 && !piece.isBlank() && text.contains(piece)) {
                throw new AssertionError("the message repeats its input: " + message);
            }
        }
    }

    /** As the other one, for what may quote a name but never an address; {@code file} is the input's own. */
    public static void requireNoAddress(String message, byte[] input, Path file, Collection<String> examples) {
        String rest = message.replace(String.valueOf(file.getParent()), "");
        for (String example : examples) {
            rest = rest.replace(example, "");
        }
        String text = text(input);
        for (int at = rest.indexOf('@'); at > 0 && at < rest.length() - 1; at = rest.indexOf('@', at + 1)) {
            if (text.contains(rest.substring(at - 1, at + 2))) {
                throw new AssertionError("the message repeats an address: " + message);
            }
        }
    }

    /** What a reason may say of any dataset: the names of its columns, at every depth, and what belongs there. */
    public static List<String> schemaWords() {
        List<String> words = new ArrayList<>(List.of(
                "is no valid JSON",
                "is no valid UTF-8",
                "is no JSON object",
                "text that is no JSON",
                "true or false",
                "an object",
                "a list"));
        Datasets.all().forEach(dataset -> {
            words.add(dataset.name());
            addNames(dataset.columns(), words);
        });
        return List.copyOf(words);
    }

    private static void addNames(List<Column> columns, List<String> names) {
        for (Column column : columns) {
            names.add(column.name());
            ColumnType type = column.type();
            while (type instanceof ColumnType.ListOf list) {
                type = list.element();
            }
            if (type instanceof ColumnType.Struct struct) {
                addNames(struct.fields(), names);
            }
        }
    }

    private static List<String> longestFirst(Collection<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Of two outcomes of one input. */
    public static void requireSame(String one, String other) {
        if (!one.equals(other)) {
            throw new AssertionError("it has two outcomes:\n" + one + "\n" + other);
        }
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
