package io.rapport.serve.profile;

import java.time.Instant;
import java.util.List;

/**
 * Customer profiles under a name.
 *
 * @param id names its folder
 * @param name as people know it, and as specs write it
 * @param by who made it
 * @param versions the latest first; at least one
 * @param additions contacts that were added by hand
 */
public record ProfileSet(
        String id, String name, Instant createdAt, String by, List<ProfileVersion> versions, int additions) {

    public ProfileSet {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a profile set has a version: " + name);
        }
    }

    /** The version that the next run uses. */
    public ProfileVersion latest() {
        return versions.get(0);
    }
}
