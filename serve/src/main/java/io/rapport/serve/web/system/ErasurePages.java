package io.rapport.serve.web.system;

import io.rapport.core.error.RapportException;
import io.rapport.lake.Lake;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.erasure.AskedErasure;
import io.rapport.serve.erasure.Certificates;
import io.rapport.serve.erasure.DataErasure;
import io.rapport.serve.erasure.DataErasures;
import io.rapport.serve.erasure.PersonErasureError;
import io.rapport.serve.erasure.PersonErasures;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.security.Person;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Erasing people: asked for with a typed word, done by a job; the certificates, and how else data is erased. */
@RestController
public class ErasurePages {

    private static final String WORD = "erase";

    private final Pages pages;
    private final Workshop workshop;
    private final PersonErasures erasures;
    private final Certificates certificates;
    private final ServeState state;
    private final DataErasures data;

    public ErasurePages(
            Pages pages, Lake lake, ServeState state, ServerPlan plan, Workshop workshop, DataErasures data) {
        this.pages = pages;
        this.state = state;
        this.data = data;
        this.workshop = workshop;
        this.erasures = new PersonErasures(plan.home(), state, lake, plan.secrets(), plan.instants());
        this.certificates = new Certificates(plan.home());
    }

    @GetMapping("/system/erasures")
    ResponseEntity<String> show(HttpServletRequest request) {
        return page(request, 200, "", "");
    }

    @PostMapping("/system/erasures")
    ResponseEntity<?> erase(
            HttpServletRequest request,
            @RequestParam(name = "people", defaultValue = "") String people,
            @RequestParam(name = "confirmation", defaultValue = "") String confirmation) {
        if (!confirmation.strip().equals(WORD)) {
            return page(
                    request, 422, people, "Nothing was erased. Type the word " + WORD + " to say that it is meant.");
        }
        PersonErasures.Asked asked;
        try {
            asked = erasures.ask(people.lines().toList());
        } catch (RapportException e) {
            if (e.code() == PersonErasureError.PERSON_WORDS) {
                return page(request, 422, people, String.valueOf(e.getMessage()));
            }
            throw e;
        }
        int number = erasures.request(asked, person());
        Job job = workshop.request(JobKind.PERSON_ERASURE, "certificate " + number, person());
        return ResponseEntity.status(303)
                .location(URI.create("/jobs/" + job.id()))
                .build();
    }

    @GetMapping("/system/erasures/{number}/certificate.{format}")
    ResponseEntity<String> certificate(@PathVariable("number") String number, @PathVariable("format") String format)
            throws IOException {
        int found = number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0;
        return file(format, certificates.text(found), certificates.json(found));
    }

    static ResponseEntity<String> file(String format, Path text, Path json) throws IOException {
        boolean isJson = format.equals("json");
        Path file = isJson ? json : text;
        if (!(isJson || format.equals("txt")) || !Files.isRegularFile(file)) {
            throw new NotThere();
        }
        return ResponseEntity.ok()
                .contentType(isJson ? MediaType.APPLICATION_JSON : MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"")
                .header("Cache-Control", "no-store")
                .body(Files.readString(file));
    }

    private ResponseEntity<String> page(HttpServletRequest request, int status, String people, String problem) {
        return pages.page(
                request,
                status,
                "Erasure",
                "erasures",
                "system/erasures.jte",
                new ErasureView(
                        erasures.list().stream().map(ErasurePages::line).toList(),
                        people,
                        problem,
                        connections(),
                        data.list().stream().map(ErasurePages::line).toList()));
    }

    private List<String> connections() {
        return Stream.concat(
                        new GraphConnections(state).list().stream().map(GraphConnection::name),
                        new Connections(state).list().stream().map(Connection::name))
                .sorted()
                .toList();
    }

    private static ErasureView.DataLine line(DataErasure one) {
        return new ErasureView.DataLine(
                one.number(),
                one.connection(),
                Say.time(one.askedAt(), ZoneOffset.UTC),
                one.by(),
                finished(one.finishedAt()));
    }

    private static ErasureView.Line line(AskedErasure one) {
        return new ErasureView.Line(
                one.number(), Say.time(one.askedAt(), ZoneOffset.UTC), one.by(), finished(one.finishedAt()));
    }

    private static String finished(@Nullable Instant at) {
        return at == null ? "" : Say.time(at, ZoneOffset.UTC);
    }

    static String person() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .map(Person::displayName)
                .orElse("");
    }
}
