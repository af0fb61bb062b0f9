package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.serve.api.client.RemoteCode;
import io.rapport.serve.api.client.ServerApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Waits for what a server does, and shows how far it is. */
final class ServedJob {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Set<String> OPEN = Set.of("queued", "running");
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;

    private ServedJob() {}

    /**
     * The job at its end.
     *
     * @throws RapportException what it failed of, or that somebody stopped it
     */
    static Map<String, @Nullable Object> await(Session session, ServerApi server, @Nullable Object id) {
        String path = "/jobs/" + ServerApi.encoded(String.valueOf(id));
        try (ProgressView progress = session.progress()) {
            while (true) {
                Map<String, @Nullable Object> job = server.get(path, Map.of());
                if (!OPEN.contains(String.valueOf(job.get("state")))) {
                    return ended(job);
                }
                progress.report(
                        String.valueOf(job.get("task")),
                        job.get("done") instanceof Long done ? done : 0,
                        job.get("total") instanceof Long total ? total : -1);
                session.interruptibly(() -> {
                    Thread.sleep(PAUSE.toMillis());
                    return "";
                });
            }
        }
    }

    /** Asks for jobs, waits for each, and says what came of it. */
    static void show(Session session, ServerApi server, List<String> paths) {
        for (String path : paths) {
            Map<String, @Nullable Object> job =
                    await(session, server, server.post(path, null).get("id"));
            if (session.console().isJson()) {
                session.console().json(job);
            } else {
                session.console().line(job.get("subject") + ": " + job.get("summary"));
            }
        }
    }

    /** Waits for a job that was asked for, and says what came of it. */
    static void show(Session session, ServerApi server, Map<String, @Nullable Object> asked) {
        Map<String, @Nullable Object> job = await(session, server, asked.get("id"));
        if (session.console().isJson()) {
            session.console().json(job);
        } else {
            session.console().line(job.get("summary") + ".");
        }
    }

    private static Map<String, @Nullable Object> ended(Map<String, @Nullable Object> job) {
        if (job.get("errorCode") instanceof String code) {
            // What was approved when it was asked for, and no longer when it began, is refused like the rest of them.
            int status = code.startsWith("APPROVAL_") ? FORBIDDEN : CONFLICT;
            throw new RapportException(new RemoteCode(code, status), String.valueOf(job.get("errorText")));
        }
        if ("canceled".equals(job.get("state"))) {
            throw new RapportException(new RemoteCode("CANCELED", CONFLICT), "Somebody stopped it on the server.");
        }
        return job;
    }
}
