package io.rapport.serve.web.connection;

import io.rapport.lake.Lake;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.Disconnection;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ending a connection: asked once more, then done; erasing what it brought takes a typed word, and is a job. */
@RestController
public class DisconnectPages {

    private static final String WORD = "erase";

    private final Pages pages;
    private final Lake lake;
    private final ServeState state;
    private final ServerPlan plan;
    private final Jobs jobs;
    private final Workshop workshop;
    private final KnownConnections known;

    public DisconnectPages(Pages pages, Lake lake, ServeState state, ServerPlan plan, Jobs jobs, Workshop workshop) {
        this.pages = pages;
        this.lake = lake;
        this.state = state;
        this.plan = plan;
        this.jobs = jobs;
        this.workshop = workshop;
        this.known = new KnownConnections(state);
    }

    @GetMapping("/connections/{name}/disconnect")
    ResponseEntity<String> askDisconnect(HttpServletRequest request, @PathVariable("name") String name) {
        known.require(name);
        return page(request, 200, name, false, "");
    }

    @PostMapping("/connections/{name}/disconnect")
    ResponseEntity<?> disconnect(
            HttpServletRequest request,
            @PathVariable("name") String name,
            @RequestParam(name = "data", defaultValue = "keep") String data,
            @RequestParam(name = "confirmation", defaultValue = "") String confirmation) {
        known.require(name);
        if (data.equals("erase") && !confirmation.strip().equals(WORD)) {
            return page(
                    request,
                    422,
                    name,
                    true,
                    "Nothing was erased, and " + name + " is still connected. Type the word " + WORD
                            + " to say that it is meant.");
        }
        jobs.findOpen(JobKind.SYNC, name).ifPresent(job -> workshop.cancel(job.id()));
        if (data.equals("erase")) {
            Job erasure = workshop.request(JobKind.ERASURE, name, ConnectionPages.person());
            return ConnectionPages.to("/jobs/" + erasure.id());
        }
        Disconnection disconnection = new Disconnection(state, lake, plan.home(), plan.instants());
        Optional<GraphConnection> tenant = known.findTenant(name);
        if (tenant.isPresent()) {
            disconnection.end(tenant.get());
        } else {
            disconnection.end(new Connections(state).require(name));
        }
        Pages.say(request, name + " is disconnected. What it brought is kept.");
        return ConnectionPages.to("/connections");
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, int status, String name, boolean isErasing, String problem) {
        return pages.page(
                request,
                status,
                "Disconnect " + name,
                "connections",
                "connection/disconnect.jte",
                new DisconnectView(name, known.findTenant(name).isPresent(), isErasing, problem));
    }
}
