package io.rapport.serve.web.home;

import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.web.Say;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How each connection is doing, as the first page says it. */
final class ConnectionStandings {

    private final Connections folders;
    private final GraphConnections tenants;
    private final Jobs jobs;

    ConnectionStandings(Connections folders, GraphConnections tenants, Jobs jobs) {
        this.folders = folders;
        this.tenants = tenants;
        this.jobs = jobs;
    }

    List<HomeView.ConnectionLine> lines(Instant now) {
        List<HomeView.ConnectionLine> lines = new ArrayList<>();
        tenants.list()
                .forEach(tenant ->
                        lines.add(line(tenant.name(), tenant.connector().title(), "synced ", tenant.syncedAt(), now)));
        folders.list()
                .forEach(folder -> lines.add(
                        line(folder.name(), "Graph Data Connect import", "looked at ", folder.syncedAt(), now)));
        return lines;
    }

    private HomeView.ConnectionLine line(String name, String kind, String did, @Nullable Instant synced, Instant now) {
        String href = "/connections/" + name;
        String last = synced == null ? "not read yet" : did + Say.ago(synced, now);
        if (jobs.findOpen(JobKind.SYNC, name).isPresent()) {
            return new HomeView.ConnectionLine(name, href, kind, "busy", "syncing", "is being read now, " + last);
        }
        return jobs.findLast(JobKind.SYNC, name)
                .filter(job -> job.errorCode() != null)
                .map(failed -> new HomeView.ConnectionLine(
                        name,
                        href,
                        kind,
                        "loss",
                        "failed",
                        "the last sync failed (" + failed.errorCode() + "), " + last))
                .orElseGet(() -> new HomeView.ConnectionLine(
                        name, href, kind, synced == null ? "waiting" : "ok", synced == null ? "waiting" : "ok", last));
    }
}
