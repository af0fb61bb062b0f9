package io.rapport.bench.graph;

import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;

/**
 * All measurements over one tenant.
 *
 * @param sync of a whole tenant into a new home, from answers that an earlier sync had recorded
 * @param tenantSeconds processor time that the tenant itself took meanwhile
 * @param parsing of pages of messages alone; empty where none were read
 */
public record SyncRun(TenantSize size, Figures sync, double tenantSeconds, Figures parsing) {

    Effort effort() {
        return sync.effort("sync");
    }

    /** Messages, contacts and events. */
    double items() {
        return sync.value("messages") + sync.value("contacts") + sync.value("events");
    }

    double itemsPerSecond() {
        return items() / effort().seconds();
    }
}
