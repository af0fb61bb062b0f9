package io.rapport.connect.row;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that an object of the schema may carry, whatever their case, and what to do with each. Remembers the
 * spellings that it has met and their order, so that most names cost one comparison. Not thread-safe.
 */
final class FieldNames {

    /** Spellings remembered; a file of ever new names is looked up the slow way beyond it. */
    private static final int REMEMBERED = 4_096;

    private final Map<String, Field> byLowerCase;
    private final Map<String, Spelling> bySpelling = new HashMap<>();
    private final int size;
    private Spelling last = new Spelling("", null);

    private FieldNames(Map<String, Field> byLowerCase, int size) {
        this.byLowerCase = byLowerCase;
        this.size = size;
    }

    /**
     * @param columns in schema order; derived ones are not to be set by a source, so they have no name here
     * @param path how a message names the object, with a point at its end; empty for the row itself
     */
    static FieldNames of(List<Column> columns, String path) {
        Map<String, Field> fields = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (!column.isDerived()) {
                fields.put(lower(column.name()), field(column.type(), i, path + column.name()));
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            int target = i;
            column.findFallback()
                    .ifPresent(other -> fields.merge(
                            lower(other),
                            field(column.type(), -1, path + other).alsoFor(target),
                            (own, fallback) -> own.alsoFor(target)));
        }
        return new FieldNames(Map.copyOf(fields), columns.size());
    }

    /** Number of fields in the schema, and so the length of an object's values. */
    int size() {
        return size;
    }

    /** The columns that take the value of another name where their own is missing. */
    List<Field> fallbacks() {
        return new ArrayList<>(byLowerCase.values().stream()
                .filter(field -> field.fallbackFor() >= 0)
                .toList());
    }

    /** What to do with a name, or null where the schema has none like it. */
    @Nullable
    Field find(String name) {
        Spelling expected = last.next;
        if (expected == null || !expected.name.equals(name)) {
            expected = bySpelling.get(name);
            if (expected == null) {
                expected = new Spelling(name, byLowerCase.get(lower(name)));
                if (bySpelling.size() == REMEMBERED) {
                    return expected.field;
                }
                bySpelling.put(name, expected);
            }
            last.next = expected;
        }
        last = expected;
        return expected.field;
    }

    private static Field field(ColumnType type, int index, String path) {
        if (type instanceof ColumnType.Struct struct) {
            return new Field(index, -1, path, Field.Shape.STRUCT, of(struct.fields(), path + "."), null);
        }
        if (type instanceof ColumnType.ListOf list) {
            return new Field(index, -1, path, Field.Shape.LIST, null, field(list.element(), 0, path));
        }
        return new Field(
                index, -1, path, type == ColumnType.Scalar.FLAG ? Field.Shape.FLAG : Field.Shape.TEXT, null, null);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A name as it was met, and the one that came after it the last time: objects repeat their order. */
    private static final class Spelling {
        private final String name;
        private final @Nullable Field field;
        private @Nullable Spelling next;

        private Spelling(String name, @Nullable Field field) {
            this.name = name;
            this.field = field;
        }
    }

    /**
     * One name of the schema.
     *
     * @param index position in its object, or -1 where only a fallback reads it
     * @param fallbackFor position of the column that takes this value where its own is missing, or -1
     * @param path how messages name it
     * @param shape the JSON that belongs there
     * @param fields of a struct
     * @param element of a list
     */
    record Field(
            int index,
            int fallbackFor,
            String path,
            Shape shape,
            @Nullable FieldNames fields,
            @Nullable Field element) {

        enum Shape {
            TEXT("text"),
            FLAG("true or false"),
            LIST("a list"),
            STRUCT("an object");

            final String words;

            Shape(String words) {
                this.words = words;
            }
        }

        Field alsoFor(int target) {
            return new Field(index, target, path, shape, fields, element);
        }
    }
}
