package io.rapport.simulator.graph.odata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/**
 * A type of Graph's with its properties, in the order in which they are written. Immutable once it is built.
 *
 * @param <T> what stands for an entity
 */
public final class EntityType<T> {

    /** Writes the value of a property. */
    @FunctionalInterface
    public interface ValueWriter<T> {
        void write(JsonGenerator json, T entity);
    }

    private final String name;
    private final Map<String, Property<T>> properties;
    private final Selection<T> defaults;

    private EntityType(String name, Map<String, Property<T>> properties) {
        this.name = name;
        this.properties = properties;
        this.defaults = new Selection<>(
                properties.values().stream().filter(Property::isDefault).toList(), "");
    }

    /** @param name such as {@code microsoft.graph.message} */
    public static <T> Builder<T> named(String name) {
        return new Builder<>(name);
    }

    public String name() {
        return name;
    }

    /**
     * What to write of an entity.
     *
     * @param names empty for the default properties
     * @throws GraphRefusal where there is no property of such a name
     */
    public Selection<T> select(Set<String> names) {
        if (names.isEmpty()) {
            return defaults;
        }
        if (names.contains("*")) {
            return defaults;
        }
        List<Property<T>> chosen = new ArrayList<>(
                properties.values().stream().filter(Property::isAlways).toList());
        for (String wanted : names) {
            Property<T> property = property(wanted);
            if (!property.isAlways()) {
                chosen.add(property);
            }
        }
        return new Selection<>(chosen, "(" + String.join(",", names) + ")");
    }

    /** Whether there is such a property. */
    public boolean has(String property) {
        return properties.containsKey(property);
    }

    /** All but some of the default properties. */
    public Selection<T> defaultsWithout(Collection<String> names) {
        return new Selection<>(
                properties.values().stream()
                        .filter(Property::isDefault)
                        .filter(property -> !names.contains(property.name().getValue()))
                        .toList(),
                "");
    }

    /**
     * The value by which entities can be told apart and put in order.
     *
     * @param path such as {@code receivedDateTime} or {@code from/emailAddress/address}
     * @throws GraphRefusal where there is none
     */
    Function<T, @Nullable Comparable<?>> value(String path) {
        Property<T> property = properties.get(path);
        if (property == null && path.indexOf('/') < 0) {
            property = property(path);
        }
        Function<T, @Nullable Comparable<?>> value = property == null ? null : property.value();
        if (value == null) {
            throw new GraphRefusal(
                    400,
                    "Request_UnsupportedQuery",
                    "Unsupported or invalid query filter clause specified for property '" + path + "' of resource '"
                            + name + "'.");
        }
        return value;
    }

    private Property<T> property(String wanted) {
        Property<T> property = properties.get(wanted);
        if (property == null || wanted.indexOf('/') >= 0) {
            throw new GraphRefusal(
                    400,
                    "RequestBroker--ParseUri",
                    "Could not find a property named '" + wanted + "' on type '" + name + "'.");
        }
        return property;
    }

    /** Gathers the properties. */
    public static final class Builder<T> {

        private final String name;
        private final Map<String, Property<T>> properties = new LinkedHashMap<>();

        private Builder(String name) {
            this.name = name;
        }

        /** A property that comes whatever is asked for. */
        public Builder<T> always(String property, ValueWriter<T> writer) {
            return put(property, true, true, writer, null);
        }

        /** The same, of which filters and orders know too; its value is text. */
        public Builder<T> always(String property, ValueWriter<T> writer, Function<T, @Nullable Comparable<?>> value) {
            return put(property, true, true, writer, value);
        }

        /** A property that comes without being asked for. */
        public Builder<T> usual(String property, ValueWriter<T> writer) {
            return put(property, true, false, writer, null);
        }

        /** The same, of which filters and orders know too; its value is text, a boolean or an instant. */
        public Builder<T> usual(String property, ValueWriter<T> writer, Function<T, @Nullable Comparable<?>> value) {
            return put(property, true, false, writer, value);
        }

        /** A property that comes only where {@code $select} names it. */
        public Builder<T> onSelect(String property, ValueWriter<T> writer) {
            return put(property, false, false, writer, null);
        }

        /** The same, of which filters and orders know too. */
        public Builder<T> onSelect(String property, ValueWriter<T> writer, Function<T, @Nullable Comparable<?>> value) {
            return put(property, false, false, writer, value);
        }

        /** Properties that exist and are always null here. */
        public Builder<T> empty(boolean isDefault, String... names) {
            for (String property : names) {
                put(property, isDefault, false, (json, entity) -> json.writeNull(), null);
            }
            return this;
        }

        /** Collections that exist and are always empty here. */
        public Builder<T> emptyLists(boolean isDefault, String... names) {
            for (String property : names) {
                put(
                        property,
                        isDefault,
                        false,
                        (json, entity) -> {
                            json.writeStartArray();
                            json.writeEndArray();
                        },
                        null);
            }
            return this;
        }

        /** What filters know under a path and nothing writes. */
        public Builder<T> filterable(String path, Function<T, @Nullable Comparable<?>> value) {
            return put(path, false, false, (json, entity) -> json.writeNull(), value);
        }

        private Builder<T> put(
                String property,
                boolean isDefault,
                boolean isAlways,
                ValueWriter<T> writer,
                @Nullable Function<T, @Nullable Comparable<?>> value) {
            properties.put(
                    property, new Property<>(new SerializedString(property), isDefault, isAlways, writer, value));
            return this;
        }

        public EntityType<T> build() {
            return new EntityType<>(name, new LinkedHashMap<>(properties));
        }
    }
}
