package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.rapport.core.address.Address;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEntry;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import io.rapport.serve.enrichment.Selections;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.mail.MailServer;
import io.rapport.serve.mail.MailServers;
import io.rapport.serve.run.Run;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.run.RunState;
import io.rapport.simulator.export.ProfileFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Saved enrichments on a small company's mail: consent, runs, and what is left when they go. */
class SavedEnrichmentTest {

    private static final int ADMINISTRATOR = 0;
    private static final int CONTRIBUTOR = 1;
    private static final int VIEWER = 2;

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;
    private static final String GROUP =
            ProfileFiles.listed(HOME.company).party().address();

    @Test
    void nothing_runs_before_an_administrator_agrees_and_then_everybody_can_follow_it() throws Exception {
        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        Enrichment saved = save("Followed", "Followed", GROUP);
        assertThat(saved.groups()).containsExactly(new Address(GROUP));

        administrator.get("/");
        administrator.post("/enrichment/Followed/run", Map.of());
        assertThat(administrator.get("/enrichment/Followed").body())
                .contains("does not run without an administrator's consent")
                .contains("No mail server is configured");
        assertThat(SERVER.server.part(Jobs.class).findLast(JobKind.ENRICHMENT, "Followed"))
                .isEmpty();

        assertThat(administrator.get("/enrichment/Followed/consent").body())
                .contains("the members of 1 group")
                .contains("I agree");
        administrator.post("/enrichment/Followed/consent/agree", Map.of());
        Browser contributor = SERVER.signedIn(CONTRIBUTOR);
        contributor.get("/");
        contributor.post("/enrichment/Followed/run", Map.of());
        assertThat(contributor.get("/enrichment/Followed").body()).contains("until then only an administrator can run");
        administrator.get("/");
        administrator.post("/enrichment/Followed/run", Map.of());
        Run run = awaitRun("Followed");

        assertThat(run.state()).isEqualTo(RunState.SUCCESSFUL);
        String followed = SERVER.signedIn(VIEWER).get("/enrichment/Followed").body();
        assertThat(followed)
                .contains("Find the selected people")
                .contains("Count the emails")
                .contains("Successful")
                .contains("Customers enriched")
                .doesNotContain("Run now");
        assertThat(SERVER.server.part(RunLog.class).tasks().list(run.id()))
                .hasSize(9)
                .allSatisfy(task -> {
                    assertThat(task.finishedAt()).isNotNull();
                    assertThat(task.rows()).isPositive();
                });
        assertThat(contributor.get("/enrichment/Followed").body()).contains("Run now");
    }

    @Test
    void a_group_that_vanished_is_left_out_and_said_so() throws Exception {
        SpecFields fields = fields("Vanished", "Vanished", GROUP + "\nvanished-team@lanternfield.example");
        Lifecycle lifecycle = SERVER.server.part(Lifecycle.class);
        // As if it had been a group when it was saved.
        Enrichment saved = lifecycle.save(
                fields, List.of(new Address(GROUP), new Address("vanished-team@lanternfield.example")), "Mira");
        lifecycle.agree(saved, "Mira");
        lifecycle.run(again(saved), "Mira", true);
        Run run = awaitRun("Vanished");

        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_WARNINGS);
        assertThat(SERVER.signedIn(VIEWER).get("/enrichment/Vanished").body())
                .contains("Completed with warnings")
                .contains("1 of 2 groups of the selection is not in the directory any more")
                .doesNotContain("vanished-team");
    }

    @Test
    void withdrawn_consent_deletes_the_tables_and_stands_in_the_access_log() throws Exception {
        Enrichment saved = save("Withdrawn", "Withdrawn", GROUP);
        Lifecycle lifecycle = SERVER.server.part(Lifecycle.class);
        lifecycle.agree(saved, "Mira");
        lifecycle.run(again(saved), "Mira", true);
        awaitRun("Withdrawn");
        Path tables = HOME.folder.resolve("output").resolve("Withdrawn");
        assertThat(tables).isDirectory();

        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        administrator.get("/system/settings");
        administrator.post("/enrichment/Withdrawn/consent/withdraw", Map.of());
        awaitJob(JobKind.REMOVAL, "Withdrawn");

        assertThat(tables).doesNotExist();
        assertThat(administrator.get("/enrichment/Withdrawn").body()).contains("Consent withdrawn");
        List<AccessEntry> changes =
                SERVER.server.part(AccessLog.class).list(Long.MAX_VALUE, "", Optional.of(AccessAction.CHANGE), 50);
        assertThat(changes).anySatisfy(entry -> {
            assertThat(entry.event().subject()).isEqualTo("Consent: withdrawn");
            assertThat(entry.event().detail()).isEqualTo("Withdrawn");
        });
    }

    @Test
    void one_that_is_deleted_while_it_runs_leaves_nothing() throws Exception {
        Enrichment saved = save("Gone", "Gone", GROUP);
        Lifecycle lifecycle = SERVER.server.part(Lifecycle.class);
        lifecycle.agree(saved, "Mira");
        lifecycle.run(again(saved), "Mira", true);

        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        assertThat(administrator.get("/enrichment/Gone/delete").body()).contains("Delete Gone?");
        administrator.post("/enrichment/Gone/delete", Map.of());
        awaitJob(JobKind.REMOVAL, "Gone");

        assertThat(HOME.folder.resolve("output").resolve("Gone")).doesNotExist();
        assertThat(administrator.get("/enrichment/Gone").statusCode()).isEqualTo(404);
        assertThat(administrator.get("/enrichment?tab=mine").body()).doesNotContain("/enrichment/Gone");
        assertThat(SERVER.server.part(RunLog.class).list())
                .noneMatch(run -> run.request().output().equals("Gone"));
    }

    @Test
    void administrators_are_asked_by_mail_once_the_server_is_there_again() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mail.start();
        int port = mail.getSmtp().getPort();
        mail.stop();
        MailServers servers = SERVER.server.part(MailServers.class);
        try {
            servers.set(server(port));
            save("Written", "Written", GROUP);
            Browser administrator = SERVER.signedIn(ADMINISTRATOR);
            String waiting = "";
            while (!waiting.contains("the mail server does not answer")) {
                waiting = administrator.get("/enrichment/Written/consent").body();
            }
            assertThat(administrator.get("/system/settings").body())
                    .contains("letter waits")
                    .doesNotContain("a-mail-password");

            GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            back.start();
            try {
                // To save the settings again has what waits sent at once.
                administrator.post(
                        "/system/settings/mail",
                        Map.of(
                                "host", "127.0.0.1",
                                "port", Integer.toString(port),
                                "protection", "NONE",
                                "from", "rapport@contoso.com",
                                "administrators", "global-admin@contoso.com"));
                assertThat(back.waitForIncomingEmail(60_000, 1)).isTrue();
                assertThat(back.getReceivedMessages()[0].getSubject()).isEqualTo("Consent asked for: Written");
                assertThat(String.valueOf(back.getReceivedMessages()[0].getContent()))
                        .contains(SERVER.server.url() + "/enrichment/Written/consent")
                        .contains("What is read")
                        .contains("What is shown");
            } finally {
                back.stop();
            }
            assertThat(Files.readString(HOME.folder.resolve("logs/server.jsonl")))
                    .contains("consent-letter")
                    .doesNotContain("global-admin");
        } finally {
            servers.clear();
        }
    }

    @Test
    void the_one_that_is_shown_first_can_be_chosen() throws Exception {
        Enrichment saved = save("First", "First", GROUP);
        Lifecycle lifecycle = SERVER.server.part(Lifecycle.class);
        lifecycle.agree(saved, "Mira");
        lifecycle.run(again(saved), "Mira", true);
        awaitRun("First");
        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        assertThat(administrator.get("/customers").body()).contains("Account engagement, ");

        assertThat(administrator.get("/enrichment/First").body()).contains("Show it first");
        administrator.post("/enrichment/First/primary", Map.of());
        assertThat(administrator.get("/customers").body()).contains("First, 2");
        lifecycle.delete(again(saved), "Mira");
        awaitJob(JobKind.REMOVAL, "First");
        assertThat(administrator.get("/customers").body()).contains("Account engagement, ");
    }

    private static MailServer server(int port) {
        return MailServer.of(
                "127.0.0.1",
                Integer.toString(port),
                "NONE",
                "rapport",
                "a-mail-password",
                "rapport@contoso.com",
                "global-admin@contoso.com");
    }

    private static Enrichment save(String name, String output, String selection) {
        SpecFields fields = fields(name, output, selection);
        return SERVER.server
                .part(Lifecycle.class)
                .save(
                        fields,
                        SERVER.server
                                .part(Selections.class)
                                .read(fields.selection(), null)
                                .groups(),
                        "Mira");
    }

    private static SpecFields fields(String name, String output, String selection) {
        Path profiles = HOME.folder.resolve("profiles").toAbsolutePath();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(SpecFields.NAME, name);
        fields.put(SpecFields.OUTPUT, output);
        fields.put(SpecFields.SELECTION, selection);
        fields.put(SpecFields.SCHEDULE, "never");
        fields.put("contacts.file", profiles.resolve("contacts.csv").toString());
        fields.put("contacts.email", "EmailAddress");
        fields.put("contacts.account", "AccountId");
        fields.put("contacts.id", "ContactId");
        fields.put("accounts.file", profiles.resolve("accounts.csv").toString());
        fields.put("accounts.id", "AccountId");
        fields.put("accounts.name", "Name");
        return new SpecFields(fields);
    }

    private static Enrichment again(Enrichment enrichment) {
        return SERVER.server.part(Enrichments.class).findById(enrichment.id()).orElseThrow();
    }

    private static Run awaitRun(String output) {
        awaitJob(JobKind.ENRICHMENT, output);
        return SERVER.server.part(RunLog.class).list().stream()
                .filter(run -> run.request().output().equals(output))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitJob(JobKind kind, String subject) {
        Jobs jobs = SERVER.server.part(Jobs.class);
        // A deletion is asked for at the end of the run that it waits for.
        while (jobs.findOpen(kind, subject).isPresent()
                || jobs.findLast(kind, subject).isEmpty()) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
