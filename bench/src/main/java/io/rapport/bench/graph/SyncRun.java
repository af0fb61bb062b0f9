package io.rapport.bench.graph;

import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;

/**
 * All measurements over one tenant.
 *
 * @param sync of a whole tenant into a new home
 * @param tenantSeconds processor time that the tenant itself took meanwhile
 * @param parsing of pages alone
 */
public record SyncRun(TenantSize size, Figures sync, double tenantSeconds, Figures parsing) {

    Effort effort() {
        return sync.effort("sync");
    }

    double messagesPerSecond() {
        return sync.value("messages") / effort().seconds();
    }
}
