package io.rapport.serve.web.system;

import io.rapport.core.program.ProgramVersion;
import io.rapport.lake.Lake;
import io.rapport.serve.connection.Diagnosis;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.security.Person;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.upkeep.UpkeepRound;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Say;
import io.rapport.serve.web.job.JobView;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the server is doing, and the doctor. */
@RestController
public class StatusPages {

    private static final int MOST_JOBS = 20;
    private static final String EVERYTHING = "all connections";

    private final Pages pages;
    private final ServerPlan plan;
    private final Jobs jobs;
    private final Workshop workshop;
    private final StorageFacts facts;

    public StatusPages(
            Pages pages,
            Lake lake,
            ServerPlan plan,
            Jobs jobs,
            Workshop workshop,
            Settings settings,
            UpkeepRound upkeep) {
        this.facts = new StorageFacts(plan, lake, settings, upkeep);
        this.pages = pages;
        this.plan = plan;
        this.jobs = jobs;
        this.workshop = workshop;
    }

    @GetMapping("/system/status")
    ResponseEntity<String> show(HttpServletRequest request) {
        return page(request);
    }

    /** Looks whether every connection works; reads no mail and changes nothing. */
    @PostMapping("/system/status/doctor")
    ResponseEntity<Void> doctor() {
        String person = Person.find(SecurityContextHolder.getContext().getAuthentication())
                .map(Person::displayName)
                .orElse("");
        workshop.request(JobKind.DOCTOR, EVERYTHING, person);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/system/status"))
                .build();
    }

    private static StatusView.Look look(Job job, Instant now) {
        return new StatusView.Look(JobView.of(job, now), Diagnosis.read(job.summary()));
    }

    private ResponseEntity<String> page(HttpServletRequest request) {
        Instant now = plan.instants().instant();
        Runtime java = Runtime.getRuntime();
        List<StatusView.Fact> program = List.of(
                new StatusView.Fact("Rapport", ProgramVersion.text()),
                new StatusView.Fact("Java", Runtime.version().toString()),
                new StatusView.Fact(
                        "Heap",
                        Say.bytes(java.totalMemory() - java.freeMemory()) + " of " + Say.bytes(java.maxMemory())),
                new StatusView.Fact("Listens on", plan.address()));
        return pages.page(
                request,
                "Status",
                "status",
                "system/status.jte",
                new StatusView(
                        jobs.list(MOST_JOBS).stream()
                                .map(job -> JobView.of(job, now))
                                .toList(),
                        facts.list(),
                        program,
                        jobs.findOpen(JobKind.DOCTOR, EVERYTHING)
                                .or(() -> jobs.findLast(JobKind.DOCTOR, EVERYTHING))
                                .map(job -> look(job, now))
                                .orElse(null)));
    }
}
