package io.rapport.model.spec;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of a spec, by its known keys. Whatever is wrong with a key or value becomes a problem, and the value is
 * taken for absent. Not thread-safe.
 */
final class SpecMapping {

    private final Path file;
    private final Problems problems;
    private final Place place;
    private final String path;
    private final boolean isMapping;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /**
     * @param path how messages name it, with a point at its end; empty for the spec itself
     * @param node null: the mapping is absent, and so are all of its values
     */
    SpecMapping(
            Path file, Problems problems, Place place, String path, @Nullable MappingNode node, List<String> known) {
        this.file = file;
        this.problems = problems;
        this.place = place;
        this.path = path;
        this.isMapping = node != null;
        if (node != null) {
            node.getValue().forEach(tuple -> add(tuple, known));
        }
    }

    private void add(NodeTuple tuple, List<String> known) {
        Place at = place(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            problems.add(at, "this key is no text");
            return;
        }
        String name = key.getValue();
        if (!known.contains(name)) {
            String meant = NearestName.find(name, known)
                    .map(nearest -> "did you mean " + nearest + "?")
                    .orElse("known here: " + String.join(", ", known) + ".");
            problems.add(at, "unknown key " + path + quoted(name) + "; " + meant);
        } else if (values.putIfAbsent(name, tuple.getValueNode()) != null) {
            problems.add(at, path + name + " stands here a second time; keep one of them");
        }
    }

    /** The spec's file. */
    Path file() {
        return file;
    }

    /** Where the value of a key stands, or the mapping itself where the key is absent. */
    Place place(String key) {
        Node value = values.get(key);
        return value == null ? place : place(value);
    }

    Place place(Node node) {
        return node.getStartMark()
                .map(mark -> new Place(file, mark.getLine() + 1L, mark.getColumn() + 1L))
                .orElse(Place.of(file));
    }

    boolean isPresent(String key) {
        return values.containsKey(key);
    }

    void add(String key, String message) {
        problems.add(place(key), path + key + " " + message);
    }

    /** Complains where a mapping that is there lacks a key. */
    void requireKey(String key, String what) {
        if (isMapping && !isPresent(key)) {
            problems.add(place, path + key + " is missing: " + what);
        }
    }

    /** Text that is not blank, stripped. */
    Optional<String> findText(String key) {
        return findScalar(key, Tag.STR, "text; put it in quotes")
                .map(String::strip)
                .filter(text -> {
                    if (text.isEmpty()) {
                        add(key, "is blank; write a value or leave the key out");
                    }
                    return !text.isEmpty();
                });
    }

    boolean flag(String key, boolean otherwise) {
        return findScalar(key, Tag.BOOL, "true or false")
                .map(Boolean::parseBoolean)
                .orElse(otherwise);
    }

    /** A whole number within bounds, both included. */
    OptionalInt findNumber(String key, int least, int most) {
        String bounds = most == Integer.MAX_VALUE ? least + " or more" : "from " + least + " to " + most;
        Optional<String> digits = findScalar(key, Tag.INT, "a whole number " + bounds);
        if (digits.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(digits.get());
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException tooLong) {
            // As far out of bounds as a number can be.
        }
        add(key, "is " + digits.get() + "; it must be a whole number " + bounds);
        return OptionalInt.empty();
    }

    /** The entries of a list, in order; at least one. */
    Optional<List<Node>> findList(String key) {
        Node value = values.get(key);
        if (value instanceof SequenceNode list && !list.getValue().isEmpty()) {
            return Optional.of(list.getValue());
        }
        if (value != null) {
            add(key, value instanceof SequenceNode ? "is empty; name at least one" : "must be a list: [a, b]");
        }
        return Optional.empty();
    }

    /** A mapping within this one; one without any value where it is absent. */
    SpecMapping mapping(String key, List<String> known) {
        Node value = values.get(key);
        if (value != null && !(value instanceof MappingNode)) {
            add(key, "must be a mapping with the keys " + String.join(", ", known));
        }
        MappingNode node = value instanceof MappingNode mapping ? mapping : null;
        return new SpecMapping(file, problems, place(key), path + key + ".", node, known);
    }

    private Optional<String> findScalar(String key, Tag tag, String what) {
        Node value = values.get(key);
        if (value instanceof ScalarNode scalar && scalar.getTag().equals(tag)) {
            return Optional.of(scalar.getValue());
        }
        if (value != null) {
            add(key, "must be " + what);
        }
        return Optional.empty();
    }

    /** What a person wrote, unless it may be an address, or too long to quote. */
    static String quoted(String text) {
        return text.indexOf('@') >= 0 || text.length() > 60 ? "(not shown)" : '"' + text + '"';
    }
}
