package io.rapport.serve.cli;

import io.rapport.connect.consent.Finding;
import io.rapport.core.error.RapportException;
import io.rapport.lake.Lake;
import io.rapport.serve.api.client.ServerApi;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.ConnectionError;
import io.rapport.serve.connection.Diagnosis;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.GraphSync;
import io.rapport.serve.connection.Troubles;
import io.rapport.serve.upkeep.DiskUse;
import io.rapport.serve.upkeep.HomeCheck;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Looks whether everything is in place, and says how to mend what is not. */
@Command(
        name = "doctor",
        header = "Look whether every connection works, and say how to mend what doesn't.",
        sortOptions = false,
        description = {
            "Asks for a token and tries every permission with one cheap call; reads no mail and changes nothing.",
            "Says whose mailboxes the last syncs read, why others were not, and how long ago that was; and whether the disk",
            "has room and the lake's files pile up.",
            "Exit code 1 where there is something to mend."
        },
        footer = {"", "Example:", "  rapport doctor"})
final class DoctorCommand implements Task, ServedTask {

    @Override
    public void run(Session session) {
        Console console = session.console();
        List<Connection> folders = session.requireConnections().list();
        List<GraphConnection> tenants = new GraphConnections(session.openState()).list();
        List<Map<String, @Nullable Object>> json = new ArrayList<>();
        List<String> troubled = new ArrayList<>();
        for (Connection folder : folders) {
            boolean isThere = Files.isReadable(folder.folder());
            if (!isThere) {
                troubled.add(folder.name());
            }
            say(console, folder.name() + ": " + (isThere ? "ok" : folder.folder() + " is not there or can't be read"));
            json.add(fields(folder.name(), isThere ? null : ConnectionError.FOLDER_NOT_REACHED.name(), List.of()));
        }
        List<Diagnosis> diagnoses;
        try (Lake lake = session.openLake()) {
            diagnoses = HomeCheck.of(DiskUse.of(session.home()), lake.contents());
            for (GraphConnection tenant : tenants) {
                TenantStanding standing = new TenantStanding(
                        tenant,
                        GraphSync.mailboxes(tenant, lake.landing()),
                        session.instants().instant());
                look(session, tenant, standing, troubled, json);
            }
        }
        for (Diagnosis diagnosis : diagnoses) {
            say(console, diagnosis.subject() + ": " + diagnosis.text());
            if (!diagnosis.isGood()) {
                troubled.add(diagnosis.subject());
            }
        }
        if (console.isJson()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("connections", json);
            fields.put("home", json(diagnoses));
            console.json(fields);
        }
        require(troubled);
    }

    private static List<Map<String, Object>> json(List<Diagnosis> diagnoses) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Diagnosis one : diagnoses) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("subject", one.subject());
            fields.put("isGood", one.isGood());
            fields.put("text", one.text());
            all.add(fields);
        }
        return all;
    }

    private static void require(List<String> troubled) {
        if (!troubled.isEmpty()) {
            throw new RapportException(
                    ConnectionError.CONNECTION_TROUBLED,
                    "There is something to mend with " + String.join(", ", troubled) + ".");
        }
    }

    /** What the server's own doctor says. */
    @Override
    public void run(Session session, ServerApi server) {
        Map<String, @Nullable Object> unused = ServedJob.await(
                session, server, server.post("/status/doctor", null).get("id"));
        Object said = server.get("/status", Map.of()).get("diagnoses");
        Console console = session.console();
        if (console.isJson()) {
            console.json(Map.of("diagnoses", said == null ? List.of() : said));
        }
        List<String> troubled = new ArrayList<>();
        for (Object one : said instanceof List<?> list ? list : List.of()) {
            if (one instanceof Map<?, ?> diagnosis) {
                say(console, diagnosis.get("subject") + ": " + diagnosis.get("text"));
                if (!Boolean.TRUE.equals(diagnosis.get("isGood"))) {
                    troubled.add(String.valueOf(diagnosis.get("subject")));
                }
            }
        }
        require(troubled);
    }

    private static void look(
            Session session,
            GraphConnection tenant,
            TenantStanding standing,
            List<String> troubled,
            List<Map<String, @Nullable Object>> json) {
        Console console = session.console();
        try {
            GraphSync sync = session.openGraphSync();
            List<Finding> findings = session.interruptibly(() -> sync.probe(tenant));
            if (Troubles.areIn(findings)) {
                troubled.add(tenant.name());
            }
            say(console, tenant.name() + ": a token for tenant " + tenant.tenant() + " by " + tenant.credentialKind());
            if (!console.isJson()) {
                FindingView.show(console, findings);
            }
            json.add(fields(tenant.name(), null, findings));
        } catch (RapportException e) {
            if (e.code() == CliError.INTERRUPTED) {
                throw e;
            }
            troubled.add(tenant.name());
            say(console, tenant.name() + ": " + e.text());
            json.add(fields(tenant.name(), e.code().name(), List.of()));
        }
        standing.lines().forEach(line -> say(console, "  " + line));
        standing.addTo(json.get(json.size() - 1));
    }

    private static void say(Console console, String text) {
        if (!console.isJson()) {
            console.line(text);
        }
    }

    private static Map<String, @Nullable Object> fields(String name, @Nullable String error, List<Finding> findings) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("error", error);
        fields.put("permissions", FindingView.json(findings));
        return fields;
    }
}
