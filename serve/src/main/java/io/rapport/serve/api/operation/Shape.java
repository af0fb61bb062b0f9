package io.rapport.serve.api.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How something is told in JSON: its fields, each with its type, its meaning and how it is read. The document and the answer
 * come from the same lines, so that neither can say what the other does not.
 *
 * @param <T> what is told
 */
public final class Shape<T> {

    private final String name;
    private final String meaning;
    private final List<Field<T>> fields;

    private Shape(String name, String meaning, List<Field<T>> fields) {
        this.name = name;
        this.meaning = meaning;
        this.fields = List.copyOf(fields);
    }

    /** Reads one field; null where there is nothing. */
    @FunctionalInterface
    public interface Reading<T> {
        @Nullable
        Object of(T value);
    }

    private record Field<T>(
            String name, Map<String, Object> schema, String meaning, List<Shape<?>> parts, Reading<T> reading) {}

    /** Begins a shape. */
    public static <T> Builder<T> of(Class<T> type, String name, String meaning) {
        return new Builder<>(name, meaning);
    }

    /** Part of a list of such things. */
    public static <T> Shape<Listing<T>> listing(Shape<T> item) {
        return new Builder<Listing<T>>(item.name + "List", "Part of a list.")
                .open("query", "What was asked for, with what was not said filled in.", Listing::query)
                .texts("warnings", "What the reader should know.", Listing::warnings)
                .many("items", "In their order.", item, Listing::items)
                .textOrNull("next", "Cursor of what follows; null at the end.", Listing::next)
                .countOrNull("found", "How many there are in all; null where nobody counted.", Listing::found)
                .build();
    }

    /** One such thing, with what was asked for. */
    public static <T> Shape<Answered<T>> answered(Shape<T> item) {
        return new Builder<Answered<T>>(item.name + "Answer", "An answer, and the question.")
                .open("query", "What was asked for, with what was not said filled in.", Answered::query)
                .texts("warnings", "What the reader should know.", Answered::warnings)
                .one("answer", "The answer.", item, Answered::answer)
                .build();
    }

    /** In the document. */
    public String name() {
        return name;
    }

    /** In JSON: maps, lists, text, numbers, booleans and null. */
    public Map<String, @Nullable Object> json(T value) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        fields.forEach(field -> json.put(field.name(), field.reading().of(value)));
        return json;
    }

    /** As OpenAPI has it; every field is there, null where there is nothing. */
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Field<T> field : fields) {
            Map<String, Object> property = new LinkedHashMap<>(field.schema());
            property.put("description", field.meaning());
            properties.put(field.name(), property);
        }
        Map<String, Object> schema = Schemas.of("object");
        schema.put("description", meaning);
        schema.put("properties", properties);
        schema.put("required", fields.stream().map(Field::name).toList());
        schema.put("additionalProperties", false);
        return schema;
    }

    /** The shapes that its fields name. */
    public List<Shape<?>> parts() {
        return fields.stream().flatMap(field -> field.parts().stream()).toList();
    }

    /** A shape that is being made. */
    public static final class Builder<T> {

        private final String name;
        private final String meaning;
        private final List<Field<T>> fields = new ArrayList<>();

        private Builder(String name, String meaning) {
            this.name = name;
            this.meaning = meaning;
        }

        public Builder<T> text(String field, String sentence, Function<T, String> reading) {
            return add(field, Schemas.of("string"), sentence, List.of(), reading::apply);
        }

        public Builder<T> textOrNull(String field, String sentence, Reading<T> reading) {
            return add(field, Schemas.orNull(Schemas.of("string")), sentence, List.of(), reading);
        }

        public Builder<T> choice(String field, String sentence, List<String> choices, Function<T, String> reading) {
            return add(field, Schemas.choice(choices), sentence, List.of(), reading::apply);
        }

        public Builder<T> count(String field, String sentence, Function<T, Long> reading) {
            return add(field, Schemas.of("integer", "int64"), sentence, List.of(), reading::apply);
        }

        public Builder<T> countOrNull(String field, String sentence, Reading<T> reading) {
            return add(field, Schemas.orNull(Schemas.of("integer", "int64")), sentence, List.of(), reading);
        }

        public Builder<T> number(String field, String sentence, Function<T, Number> reading) {
            return add(field, Schemas.of("number"), sentence, List.of(), reading::apply);
        }

        public Builder<T> numberOrNull(String field, String sentence, Reading<T> reading) {
            return add(field, Schemas.orNull(Schemas.of("number")), sentence, List.of(), reading);
        }

        public Builder<T> flag(String field, String sentence, Function<T, Boolean> reading) {
            return add(field, Schemas.of("boolean"), sentence, List.of(), reading::apply);
        }

        public Builder<T> time(String field, String sentence, Function<T, Instant> reading) {
            return add(field, Schemas.of("string", "date-time"), sentence, List.of(), reading::apply);
        }

        public Builder<T> timeOrNull(String field, String sentence, Reading<T> reading) {
            return add(field, Schemas.orNull(Schemas.of("string", "date-time")), sentence, List.of(), reading);
        }

        public Builder<T> day(String field, String sentence, Function<T, LocalDate> reading) {
            return add(field, Schemas.of("string", "date"), sentence, List.of(), reading::apply);
        }

        public Builder<T> dayOrNull(String field, String sentence, Reading<T> reading) {
            return add(field, Schemas.orNull(Schemas.of("string", "date")), sentence, List.of(), reading);
        }

        public Builder<T> texts(String field, String sentence, Function<T, Collection<String>> reading) {
            return add(field, Schemas.list(Schemas.of("string")), sentence, List.of(), reading::apply);
        }

        public Builder<T> counts(String field, String sentence, Function<T, List<Long>> reading) {
            return add(field, Schemas.list(Schemas.of("integer", "int64")), sentence, List.of(), reading::apply);
        }

        /** An object whose fields are not known beforehand. */
        public Builder<T> open(String field, String sentence, Function<T, Map<String, ?>> reading) {
            return add(field, Schemas.of("object"), sentence, List.of(), reading::apply);
        }

        /** Objects whose fields are not known beforehand. */
        public Builder<T> opens(String field, String sentence, Function<T, List<? extends Map<String, ?>>> reading) {
            return add(field, Schemas.list(Schemas.of("object")), sentence, List.of(), reading::apply);
        }

        /** A rule of a segment. */
        public Builder<T> rule(String field, String sentence, Reading<T> reading) {
            return add(field, Schemas.ref(Schemas.RULE), sentence, List.of(), reading);
        }

        public <U> Builder<T> one(String field, String sentence, Shape<U> shape, Function<T, U> reading) {
            return add(
                    field,
                    Schemas.ref(shape.name),
                    sentence,
                    List.of(shape),
                    value -> shape.json(reading.apply(value)));
        }

        public <U> Builder<T> oneOrNull(
                String field, String sentence, Shape<U> shape, Function<T, java.util.Optional<U>> reading) {
            return add(
                    field,
                    Schemas.orNull(Schemas.ref(shape.name)),
                    sentence,
                    List.of(shape),
                    value -> reading.apply(value).map(shape::json).orElse(null));
        }

        public <U> Builder<T> many(String field, String sentence, Shape<U> shape, Function<T, List<U>> reading) {
            return add(
                    field,
                    Schemas.list(Schemas.ref(shape.name)),
                    sentence,
                    List.of(shape),
                    value -> reading.apply(value).stream().map(shape::json).toList());
        }

        public Shape<T> build() {
            return new Shape<>(name, meaning, fields);
        }

        private Builder<T> add(
                String field, Map<String, Object> schema, String sentence, List<Shape<?>> parts, Reading<T> reading) {
            if (!sentence.endsWith(".")) {
                throw new IllegalArgumentException("the meaning of " + field + " is a sentence");
            }
            fields.add(new Field<>(field, schema, sentence, parts, reading));
            return this;
        }
    }
}
