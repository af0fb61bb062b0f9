package io.rapport.serve.api.resource;

import io.rapport.lake.Lake;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.GraphSync;
import io.rapport.serve.connection.WatchedFile;
import io.rapport.serve.connection.WatchedFiles;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.state.ServeState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds out how connections stand. Thread-safe. */
public final class ConnectionStandings {

    private final GraphConnections tenants;
    private final Connections folders;
    private final WatchedFiles files;
    private final Lake lake;
    private final Jobs jobs;

    public ConnectionStandings(ServeState state, Lake lake, Jobs jobs) {
        this.tenants = new GraphConnections(state);
        this.folders = new Connections(state);
        this.files = new WatchedFiles(state);
        this.lake = lake;
        this.jobs = jobs;
    }

    /** Tenants first, each kind by name. */
    List<ConnectionShapes.Standing> list() {
        List<ConnectionShapes.Standing> all = new ArrayList<>();
        tenants.list().forEach(tenant -> all.add(of(tenant)));
        folders.list().forEach(folder -> all.add(of(folder)));
        return all;
    }

    ConnectionShapes.Standing require(String name) {
        return list().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Words.none("connection"));
    }

    private ConnectionShapes.Standing of(GraphConnection tenant) {
        Optional<Job> failed = findFailed(tenant.name());
        return new ConnectionShapes.Standing(
                tenant.name(),
                tenant.connector().word(),
                state(tenant.name(), tenant.syncedAt()),
                null,
                tenant.createdAt(),
                tenant.syncedAt(),
                failed.map(Job::errorCode).orElse(null),
                failed.map(Job::errorText).orElse(null),
                mailboxes(tenant),
                List.of());
    }

    private ConnectionShapes.Standing of(Connection folder) {
        Optional<Job> failed = findFailed(folder.name());
        return new ConnectionShapes.Standing(
                folder.name(),
                Connection.CONNECTOR,
                state(folder.name(), folder.syncedAt()),
                folder.folder().toString(),
                folder.createdAt(),
                folder.syncedAt(),
                failed.map(Job::errorCode).orElse(null),
                failed.map(Job::errorText).orElse(null),
                List.of(),
                files.list(folder).stream()
                        .filter(file -> file.state() == WatchedFile.State.SET_ASIDE)
                        .toList());
    }

    private Optional<Job> findFailed(String name) {
        return jobs.findLast(JobKind.SYNC, name).filter(job -> job.errorCode() != null);
    }

    private String state(String name, @Nullable Instant synced) {
        if (jobs.findOpen(JobKind.SYNC, name).isPresent()) {
            return "syncing";
        }
        return findFailed(name).isPresent() ? "failed" : synced == null ? "waiting" : "ok";
    }

    private List<ConnectionShapes.Mailboxes> mailboxes(GraphConnection tenant) {
        Map<String, Long> counts = new TreeMap<>();
        GraphSync.mailboxes(tenant, lake.landing()).values().forEach(text -> counts.merge(text, 1L, Long::sum));
        return counts.entrySet().stream()
                .map(count -> {
                    String[] parts = count.getKey().split(" ", 2);
                    return new ConnectionShapes.Mailboxes(
                            parts[0].toLowerCase(Locale.ROOT).replace('_', '-'),
                            parts.length > 1 ? parts[1] : "",
                            count.getValue());
                })
                .toList();
    }
}
