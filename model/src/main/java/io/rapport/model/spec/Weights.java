package io.rapport.model.spec;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The weight of each component: whole numbers from 0 to 100; one that is not named has its default. Immutable.
 *
 * @param byComponent every component, in the contract's order
 */
public record Weights(Map<Component, Integer> byComponent) {

    public static final int HIGHEST = 100;
    public static final Weights DEFAULT = new Weights(Map.of());

    public Weights {
        Map<Component, Integer> complete = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            int weight = byComponent.getOrDefault(component, component.defaultWeight());
            if (weight < 0 || weight > HIGHEST) {
                throw new IllegalArgumentException(
                        "weight of " + component.columnName() + " is " + weight + "; it goes from 0 to " + HIGHEST);
            }
            complete.put(component, weight);
        }
        byComponent = Collections.unmodifiableMap(complete);
    }

    public int of(Component component) {
        return byComponent.getOrDefault(component, component.defaultWeight());
    }
}
