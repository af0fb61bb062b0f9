package io.rapport.simulator.graph.odata;

import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Which properties of an entity are written. Immutable. */
public final class Selection<T> {

    private final List<Property<T>> properties;
    private final String words;

    Selection(List<Property<T>> properties, String words) {
        this.properties = List.copyOf(properties);
        this.words = words;
    }

    /** The properties, into an object that is open. */
    public void writeMembers(JsonGenerator json, T entity) {
        for (int i = 0; i < properties.size(); i++) {
            properties.get(i).write(json, entity);
        }
    }

    /** The properties but one, into an object that is open. */
    public void writeMembersBut(String name, JsonGenerator json, T entity) {
        for (Property<T> property : properties) {
            if (!property.name().getValue().equals(name)) {
                property.write(json, entity);
            }
        }
    }

    /** Some of the properties, by their names, into an object that is open. */
    public void writeMembersOnly(Set<String> names, JsonGenerator json, T entity) {
        for (Property<T> property : properties) {
            if (names.contains(property.name().getValue())) {
                property.write(json, entity);
            }
        }
    }

    /** As {@code @odata.context} names it: {@code (id,mail)}, or nothing for the default. */
    public String words() {
        return words;
    }
}
