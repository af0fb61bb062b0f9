package io.rapport.serve.web.job;

import io.rapport.serve.job.Job;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One job: how far it is, and a way to stop it. */
@RestController
public class JobPages {

    private final Pages pages;
    private final Jobs jobs;
    private final Workshop workshop;
    private final InstantSource instants;
    private final JobStream stream;

    public JobPages(Pages pages, Jobs jobs, Workshop workshop, InstantSource instants, JobStream stream) {
        this.pages = pages;
        this.jobs = jobs;
        this.workshop = workshop;
        this.instants = instants;
        this.stream = stream;
    }

    @GetMapping("/jobs/{id}")
    ResponseEntity<String> show(HttpServletRequest request, @PathVariable("id") String id) {
        JobView view = view(id);
        return pages.page(request, view.title(), "status", "job/page.jte", view);
    }

    @GetMapping("/jobs/{id}/pane")
    ResponseEntity<String> pane(@PathVariable("id") String id) {
        return pages.part("job/_pane.jte", view(id));
    }

    /** The pane again, whenever it changes, until the job is over. */
    @GetMapping("/jobs/{id}/events")
    SseEmitter events(@PathVariable("id") String id) {
        view(id);
        return stream.follow(id);
    }

    @PostMapping("/jobs/{id}/cancel")
    ResponseEntity<Void> cancel(HttpServletRequest request, @PathVariable("id") String id) {
        Job job = jobs.find(id).orElseThrow(NotThere::new);
        if (job.kind().isCancelable()) {
            workshop.cancel(job.id());
        }
        Pages.say(request, "It stops as soon as it can. What was read until then stays.");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/jobs/" + job.id()))
                .build();
    }

    private JobView view(String id) {
        return JobView.of(jobs.find(id).orElseThrow(NotThere::new), instants.instant());
    }
}
