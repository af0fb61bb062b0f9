package io.rapport.serve.server;

import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.state.ServeState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Which connections are due for a sync: all that were not synced within the last minutes. */
final class SyncSchedule {

    private static final String WHO = "the schedule";
    private static final Duration BETWEEN_SYNCS = Duration.ofMinutes(4);

    private final GraphConnections tenants;
    private final Connections folders;
    private final Jobs jobs;
    private final InstantSource instants;

    SyncSchedule(ServeState state, Jobs jobs, InstantSource instants) {
        this.jobs = jobs;
        this.tenants = new GraphConnections(state);
        this.folders = new Connections(state);
        this.instants = instants;
    }

    void round(Workshop workshop) {
        tenants.list().stream()
                .filter(tenant -> isDue(tenant.name(), tenant.syncedAt()))
                .forEach(tenant -> workshop.request(JobKind.SYNC, tenant.name(), WHO));
        folders.list().stream()
                .filter(folder -> isDue(folder.name(), folder.syncedAt()))
                .forEach(folder -> workshop.request(JobKind.SYNC, folder.name(), WHO));
    }

    private boolean isDue(String name, @Nullable Instant syncedAt) {
        boolean isLate = syncedAt == null || !syncedAt.plus(BETWEEN_SYNCS).isAfter(instants.instant());
        return isLate && jobs.findOpen(JobKind.ERASURE, name).isEmpty();
    }
}
