package io.rapport.simulator.graph.call;

import java.util.List;

/**
 * What a delta round tells.
 *
 * @param present what is there, came or changed, in the order in which it is told
 * @param removed what is not there any more
 */
public record Changes<T>(List<T> present, List<Removed> removed) {

    /**
     * What disappeared.
     *
     * @param id of the entity
     * @param reason {@code deleted}, or {@code changed} where it can be had back
     */
    public record Removed(String id, String reason) {

        public static Removed deleted(String id) {
            return new Removed(id, "deleted");
        }
    }

    public Changes {
        removed = List.copyOf(removed);
    }

    int size() {
        return present.size() + removed.size();
    }
}
