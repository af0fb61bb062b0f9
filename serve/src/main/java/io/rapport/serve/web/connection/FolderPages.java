package io.rapport.serve.web.connection;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.NewFolder;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Connecting a folder of the server's machine that exports are written to. */
@RestController
public class FolderPages {

    /** For people. */
    static final String TITLE = "Graph Data Connect import";

    private final Pages pages;
    private final ServeState state;
    private final ServerPlan plan;
    private final Workshop workshop;

    public FolderPages(Pages pages, ServeState state, ServerPlan plan, Workshop workshop) {
        this.pages = pages;
        this.state = state;
        this.plan = plan;
        this.workshop = workshop;
    }

    @GetMapping("/connections/new/data-connect")
    ResponseEntity<String> begin(HttpServletRequest request) {
        return form(request, 200, Map.of("name", Connection.CONNECTOR), "");
    }

    @PostMapping("/connections/new/data-connect")
    ResponseEntity<?> connect(HttpServletRequest request, @RequestParam Map<String, String> sent) {
        try {
            Connection connection = new Connection(
                    text(sent, "name"),
                    NewFolder.require(folder(sent), plan.home()),
                    dataset(text(sent, "dataset")),
                    plan.instants().instant(),
                    null);
            new Connections(state).add(connection);
            workshop.request(JobKind.SYNC, connection.name(), ConnectionPages.person());
            Pages.say(request, connection.name() + " is connected, and its first look has begun.");
            return ConnectionPages.to("/connections/" + connection.name());
        } catch (RapportException wrong) {
            return form(request, 400, sent, wrong.text());
        }
    }

    private static Path folder(Map<String, String> sent) {
        try {
            return Path.of(text(sent, "folder"));
        } catch (InvalidPathException noPath) {
            return Path.of("no such folder");
        }
    }

    private static @Nullable Dataset dataset(String name) {
        return Datasets.find(name).orElse(null);
    }

    private ResponseEntity<String> form(
            HttpServletRequest request, int status, Map<String, String> fields, String problem) {
        return pages.page(
                request,
                status,
                "Connect " + TITLE,
                "connections",
                "connection/folder.jte",
                new FolderView(Datasets.all().stream().map(Dataset::name).toList(), fields, problem));
    }

    private static String text(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }
}
