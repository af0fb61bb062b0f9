package io.rapport.lake.parquet;

import java.util.List;

/** A column's type as the engine describes it, as far as its shape matters. */
sealed interface EngineType {

    record ListType(EngineType element) implements EngineType {}

    record StructType(List<Field> fields) implements EngineType {
        public StructType {
            fields = List.copyOf(fields);
        }
    }

    /** Anything else, by the engine's name for it: {@code VARCHAR}, {@code TIMESTAMP WITH TIME ZONE}. */
    record Plain(String name) implements EngineType {}

    record Field(String name, EngineType type) {}

    /** Reads the engine's description, for example {@code STRUCT("address" VARCHAR)[]}. */
    static EngineType parse(String description) {
        return new EngineTypeParser(description).type();
    }
}
