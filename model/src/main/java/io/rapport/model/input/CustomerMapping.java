package io.rapport.model.input;

import io.rapport.model.spec.Place;
import io.rapport.model.spec.Spec.MappedColumn;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which column means what, by the names in the header rows; perhaps not everything yet. Immutable.
 *
 * @param columns by what they mean; what is not mapped is not there
 */
public record CustomerMapping(Map<CustomerField, String> columns) {

    public static final CustomerMapping NONE = new CustomerMapping(Map.of());

    public CustomerMapping {
        Map<CustomerField, String> copy = new EnumMap<>(CustomerField.class);
        copy.putAll(columns);
        columns = Collections.unmodifiableMap(copy);
    }

    public Optional<String> find(CustomerField field) {
        return Optional.ofNullable(columns.get(field));
    }

    /** The same, and this column too. */
    public CustomerMapping with(CustomerField field, String column) {
        Map<CustomerField, String> more = new EnumMap<>(CustomerField.class);
        more.putAll(columns);
        more.put(field, column);
        return new CustomerMapping(more);
    }

    @Nullable
    MappedColumn column(CustomerField field) {
        String name = columns.get(field);
        return name == null ? null : new MappedColumn(name, Place.of(Path.of(field.option())));
    }
}
