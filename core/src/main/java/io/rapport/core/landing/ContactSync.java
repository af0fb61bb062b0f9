package io.rapport.core.landing;

import java.time.Instant;
import java.util.Set;

/**
 * What a reading of contacts knows of itself, and contact activity that is derived from it says.
 *
 * @param session of the reading, for example its id
 * @param tenantName the tenant's initial domain, or empty where it isn't known
 * @param at when the signals are written; of what is gone, nobody knows better when it went
 * @param firstRead mailboxes of which the contacts are read for the first time, by their owners' ids: what is found in them
 *     was there before
 */
public record ContactSync(String session, String tenantName, Instant at, Set<String> firstRead) {

    public ContactSync {
        firstRead = Set.copyOf(firstRead);
    }
}
