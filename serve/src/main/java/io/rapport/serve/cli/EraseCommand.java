package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.lake.Lake;
import io.rapport.lake.retention.PersonCounts;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.client.ServerApi;
import io.rapport.serve.erasure.Certificate;
import io.rapport.serve.erasure.Certificates;
import io.rapport.serve.erasure.EverythingCertificate;
import io.rapport.serve.erasure.EverythingErasure;
import io.rapport.serve.erasure.PersonErasureError;
import io.rapport.serve.erasure.PersonErasures;
import io.rapport.serve.erasure.PersonErasures.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases people. */
@Command(
        name = "erase",
        header = "Erase people, or everything: their rows, and their addresses in rows of others.",
        sortOptions = false,
        description = {
            "Rewrites every file that holds something of them, sees to it that nothing of them lands again, looks at every",
            "file of the home, and writes a certificate. With --dry-run it says what it would do. What was broken off is",
            "finished by running it again."
        },
        footer = {
            "",
            "Examples:",
            "  rapport erase ana@contoso.com --dry-run",
            "  rapport erase ana@contoso.com 5e1f0c1a-8a4d-4f6e-9d3b-0a1b2c3d4e5f --yes",
            "  rapport erase --from people.txt --yes",
            "  rapport erase --everything --yes"
        })
final class EraseCommand implements Task, ServedTask {

    private static final String PERSON = "the person at the keyboard";
    private static final String FROM = "command line";

    @Parameters(
            paramLabel = "PERSON",
            description = "An address, or the object id of the directory, which says all addresses.")
    private List<String> people = new ArrayList<>();

    @Option(names = "--from", paramLabel = "FILE", description = "More of them, one a line.")
    private @Nullable Path file;

    @Option(
            names = "--everything",
            description = "All data of the home and all connections, instead of people; end servers first.")
    private boolean isEverything;

    @Option(names = "--dry-run", description = "Say what it would do, and do nothing.")
    private boolean isDry;

    @Option(names = "--yes", description = "It is meant: what is erased can't be brought back.")
    private boolean isMeant;

    @Override
    public void run(Session session) {
        session.requireHomeInUse();
        List<String> words = words();
        if (isEverything) {
            eraseEverything(session, words);
            return;
        }
        try (Lake lake = session.openLake()) {
            PersonErasures erasures = new PersonErasures(
                    session.home(), session.openState(), lake, session.openSecrets(), session.instants());
            Asked asked = erasures.ask(words);
            if (isDry) {
                showPlan(asked, erasures.count(asked), session.console());
                return;
            }
            requireMeant();
            noteBegun(session, asked);
            List<Certificate> certificates;
            try (ProgressView progress = session.progress()) {
                certificates = erasures.erase(asked, PERSON, FROM, progress);
            }
            show(certificates, session);
        }
    }

    @Override
    public void run(Session session, ServerApi server) {
        if (isEverything) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    "--everything works on the home, when its servers have ended: leave out --server.");
        }
        Map<String, Object> asked = Map.of("people", words());
        if (isDry) {
            showPlan(server.post("/person-erasures/preview", asked), session.console());
            return;
        }
        requireMeant();
        Map<String, @Nullable Object> job = ServedJob.await(
                session, server, server.post("/person-erasures", asked).get("id"));
        String number = String.valueOf(job.get("subject")).replaceAll("[^0-9]", "");
        Map<String, @Nullable Object> certificate = server.get("/person-erasures/" + number + "/certificate", Map.of());
        if (session.console().isJson()) {
            session.console().json(certificate);
        } else {
            session.console().line(String.valueOf(certificate.get("text")).stripTrailing());
        }
    }

    private void eraseEverything(Session session, List<String> people) {
        if (!people.isEmpty() || isDry) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT, "--everything erases everybody: leave out names, --from and --dry-run.");
        }
        requireMeant();
        EverythingCertificate certificate;
        try (Lake lake = session.openLake();
                ProgressView progress = session.progress()) {
            certificate = new EverythingErasure(session.home(), session.openState(), lake, session.instants())
                    .erase(PERSON, FROM, progress);
        }
        if (session.console().isJson()) {
            session.console().json(certificate.fields());
            return;
        }
        certificate.lines().forEach(session.console()::line);
        session.console().line("Certificate: " + new Certificates(session.home()).text(certificate.name()));
        session.console()
                .note(
                        "Backups, exports, and what was copied to elsewhere are yours to delete. Rapport can't be sure that nobody"
                                + " else has the tenants' credentials: take the apps or their consent away in Entra as well.");
    }

    private void requireMeant() {
        if (!isMeant) {
            throw new RapportException(
                    PersonErasureError.PERSON_NOT_CONFIRMED,
                    "Nothing was erased. What is erased can't be brought back: look with --dry-run, then say --yes.");
        }
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(people);
        Path from = file;
        if (from != null) {
            try {
                words.addAll(Files.readAllLines(from));
            } catch (IOException e) {
                throw new RapportException(
                        PersonErasureError.PERSON_WORDS,
                        "The file " + from + " can't be read as UTF-8 text. Check its name and its owner.",
                        e);
            }
        }
        return words;
    }

    private static void noteBegun(Session session, Asked asked) {
        new AccessLog(session.openState(), session.instants())
                .add(new AccessEvent(
                        "",
                        PERSON,
                        "",
                        AccessAction.DELETE,
                        "People",
                        Words.many(asked.people(), "person", "people") + ", begun",
                        FROM,
                        true));
    }

    private static void showPlan(Asked asked, List<PersonCounts> datasets, Console console) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("people", (long) asked.people());
        fields.put("addresses", (long) asked.persons().addresses().size());
        fields.put("ids", (long) asked.persons().ids().size());
        fields.put(
                "datasets",
                datasets.stream()
                        .map(counts -> Map.of(
                                "dataset", counts.dataset(),
                                "files", (long) counts.files(),
                                "rowsToErase", counts.ownRows(),
                                "rowsOfOthersToChange", counts.othersRows()))
                        .toList());
        showPlan(fields, console);
    }

    /** The same of a home and through a server. */
    private static void showPlan(Map<String, @Nullable Object> plan, Console console) {
        if (console.isJson()) {
            console.json(plan);
            return;
        }
        console.line(Words.many(number(plan, "people"), "person", "people") + ", known by "
                + Words.many(number(plan, "addresses"), "address", "addresses") + " and "
                + Words.many(number(plan, "ids"), "id", "ids") + ". Nothing was erased.");
        List<?> datasets = plan.get("datasets") instanceof List<?> list ? list : List.of();
        for (Object one : datasets) {
            if (one instanceof Map<?, ?> counts) {
                console.line("  " + counts.get("dataset") + ": "
                        + Words.many(number(counts, "rowsToErase"), "row") + " to erase, "
                        + Words.many(number(counts, "rowsOfOthersToChange"), "row") + " of others to change, in "
                        + Words.many(number(counts, "files"), "file"));
            }
        }
        if (datasets.isEmpty()) {
            console.line("  The lake holds nothing of them. Erasing them keeps it so.");
        }
    }

    private static long number(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static void show(List<Certificate> certificates, Session session) {
        Console console = session.console();
        if (certificates.isEmpty()) {
            console.line("Another process has erased them meanwhile; its certificate is in "
                    + session.home().folder().resolve("certificates"));
            return;
        }
        Certificate last = certificates.get(certificates.size() - 1);
        if (console.isJson()) {
            console.json(last.fields());
            return;
        }
        Certificates files = new Certificates(session.home());
        last.lines().stream()
                .limit(last.lines().size() - last.hashes().size() - 2L)
                .forEach(console::line);
        certificates.forEach(one -> console.line("Certificate: " + files.text(one.number())));
        console.note(
                "Tables that were exported and files that were extracted to elsewhere are yours to delete, and so are"
                        + " lines of specs and of customer files outside of the home.");
    }
}
