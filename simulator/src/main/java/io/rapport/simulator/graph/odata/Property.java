package io.rapport.simulator.graph.odata;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/**
 * One property of a type.
 *
 * @param name as in JSON
 * @param isDefault whether it comes without {@code $select}
 * @param isAlways whether it comes also where {@code $select} doesn't name it
 * @param writer of its value
 * @param value to filter and order by, or null where it can't be
 */
record Property<T>(
        SerializedString name,
        boolean isDefault,
        boolean isAlways,
        EntityType.ValueWriter<T> writer,
        @Nullable Function<T, @Nullable Comparable<?>> value) {

    void write(JsonGenerator json, T entity) {
        json.writeName(name);
        writer.write(json, entity);
    }
}
