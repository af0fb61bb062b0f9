package io.rapport.serve.web.job;

import io.rapport.serve.job.Job;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.web.Pages;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Pushes panes to the browsers that follow a job. One thread for all of them, which looks twice a second. */
public final class JobStream implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long PAUSE_MILLIS = 500;

    private final Pages pages;
    private final Jobs jobs;
    private final InstantSource instants;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "job-stream");
        thread.setDaemon(true);
        return thread;
    });

    public JobStream(Pages pages, Jobs jobs, InstantSource instants) {
        this.pages = pages;
        this.jobs = jobs;
        this.instants = instants;
        var unused = clock.scheduleWithFixedDelay(this::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    SseEmitter follow(String id) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        Follower follower = new Follower(id, emitter);
        emitter.onCompletion(() -> followers.remove(follower));
        emitter.onTimeout(() -> followers.remove(follower));
        emitter.onError(gone -> followers.remove(follower));
        followers.add(follower);
        return emitter;
    }

    private void look() {
        for (Follower follower : List.copyOf(followers)) {
            try {
                push(follower);
            } catch (IOException | RuntimeException gone) {
                followers.remove(follower);
                follower.emitter.completeWithError(gone);
            }
        }
    }

    private void push(Follower follower) throws IOException {
        Job job = jobs.find(follower.id).orElse(null);
        if (job == null) {
            follower.emitter.complete();
            return;
        }
        String pane = pages.render("job/_pane.jte", Map.of("view", JobView.of(job, instants.instant())));
        if (!pane.equals(follower.last)) {
            follower.last = pane;
            follower.emitter.send(SseEmitter.event().name("pane").data(pane, MediaType.TEXT_HTML));
        }
        if (job.state().isOver()) {
            follower.emitter.complete();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        followers.forEach(follower -> follower.emitter.complete());
    }

    /** A browser. */
    private static final class Follower {
        private final String id;
        private final SseEmitter emitter;
        private String last = "";

        Follower(String id, SseEmitter emitter) {
            this.id = id;
            this.emitter = emitter;
        }
    }
}
