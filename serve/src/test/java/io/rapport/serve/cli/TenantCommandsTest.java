package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantCommandsTest {

    @TempDir
    Path home;

    @TempDir
    Path files;

    private LoopbackTenant tenant;

    @BeforeEach
    void open() throws IOException {
        tenant = new LoopbackTenant();
    }

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void a_tenant_is_connected_read_listed_and_disconnected() throws IOException {
        Typed connected = connect();
        Typed synced = Typed.on(home, "sync");
        Typed again = Typed.on(home, "sync", "--json");
        Typed listed = Typed.on(home, "connections", "--json");
        Typed read = Typed.on(
                home, "query", "select id, puser, ptenant, \"from\".emailAddress.address as a from Message_v1");
        Typed disconnected = Typed.on(home, "disconnect", "outlook-mail-metadata");

        assertThat(connected.code()).as(connected.err()).isZero();
        assertThat(connected.out())
                .startsWith("outlook-mail-metadata: Outlook Mail – Metadata Only is connected to tenant "
                        + LoopbackTenant.ID)
                .contains("  ok        User.Read.All  to find the mailboxes");
        assertThat(synced.out())
                .isEqualTo(
                        "outlook-mail-metadata: 1 message and 1 contact of 1 mailbox read, 0 of them older than the window;"
                                + " 0 mailboxes could not be read\n  rows: 5 added, 0 replaced, 0 unchanged, 0 removed\n");
        assertThat(again.out()).contains("\"mailboxes\":{\"OK\":1}", "\"messages\":0", "\"added\":0");
        assertThat(listed.out())
                .contains("\"connector\":\"outlook-mail-metadata\"", "\"credential\":\"secret\"", "\"OK\":1");
        assertThat(read.out()).contains("m1", LoopbackTenant.ID, "ana@fabrikam.example");
        assertThat(disconnected.out()).contains("is disconnected, and its credential is deleted");
        assertThat(Typed.on(home, "connections", "--json").out()).isEqualTo("{\"connections\":[]}\n");
        assertThat(Typed.on(home, "query", "select count(*) from Message_v1").out())
                .contains("1");
    }

    @Test
    void what_a_connection_brought_is_erased_and_nothing_else() throws IOException, SQLException {
        Path mail = Exports.write(files, "mail.json", Exports.message("kept", "2026-11-01T08:00:00Z"));
        Typed.on(home, "import", "Message_v1", mail.toString());
        connect();
        Typed.on(home, "sync");
        assertThat(count("Message_v1")).isEqualTo(2);

        Typed erased = Typed.on(home, "disconnect", "outlook-mail-metadata", "--erase");

        assertThat(erased.out())
                .isEqualTo("outlook-mail-metadata is disconnected, and its credential is deleted. What it brought is"
                        + " erased: 5 rows in 5 files.\nCertificate: "
                        + home.resolve("certificates/connection-1.txt") + "\n");
        assertThat(home.resolve("certificates/connection-1.txt"))
                .content()
                .startsWith("Certificate connection-1 of the erasure of a connection\n\n"
                        + "The connection outlook-mail-metadata (outlook-mail-metadata) and all that it brought were erased"
                        + " from this home by the person at the keyboard.\n")
                .contains("\nMessage_v1: 1 rows in 1 files.\n", "\nAfterwards: 0 rows in 0 files.\n")
                .contains("Each of them was read: none holds the connection's id or its credential as it rested.");
        assertThat(home.resolve("certificates/connection-1.json"))
                .content()
                .contains("\"dataset\":\"Message_v1\",\"files\":1,\"rows\":1", "\"datasetsAfter\":[]");
        assertThat(erased.err()).contains("No file of the home holds anything of it");
        assertThat(count("Message_v1")).isEqualTo(1);
        assertThat(count("User_v1")).isZero();
        assertThat(Typed.on(home, "connections", "--json").out()).isEqualTo("{\"connections\":[]}\n");
        try (DuckDb engine = DuckDb.open(new DuckDbSettings(256L << 20, 1, Path.of("target", "scan")))) {
            for (String word : List.of(LoopbackTenant.ID, LoopbackTenant.CLIENT, "ana@fabrikam.example", "inbox-id")) {
                assertThat(new HomeScan(engine, word).find(home)).as(word).isEmpty();
            }
        }
        assertThat(Typed.on(home, "disconnect", "outlook-mail-metadata", "--erase")
                        .err())
                .contains("There is no connection \"outlook-mail-metadata\"");
    }

    @Test
    void what_two_connections_brought_alike_comes_back_with_the_other_ones_next_sync() throws IOException {
        connect();
        Path secret = files.resolve("secret");
        connect("outlook-mail", LoopbackTenant.ID, "--secret-file", secret.toString());
        Typed.on(home, "sync", "outlook-mail");
        Typed.on(home, "sync", "outlook-mail-metadata");

        Typed erased = Typed.on(home, "disconnect", "outlook-mail", "--erase", "--json");
        long left = count("Message_v1");
        Typed synced = Typed.on(home, "sync");

        assertThat(erased.out()).contains("\"erasedRows\":5", "\"erasedFiles\":5", "\"certificate\":\"connection-1\"");
        assertThat(left).isZero();
        assertThat(synced.out()).contains("rows: 5 added");
        assertThat(count("Message_v1")).isEqualTo(1);
    }

    @Test
    void an_erased_person_is_neither_asked_for_again_nor_lands() throws IOException, SQLException {
        connect();
        Typed.on(home, "sync");
        assertThat(tenant.asked).anyMatch(path -> path.startsWith("/users/" + LoopbackTenant.MIRA));
        assertThat(count("Message_v1")).isEqualTo(1);

        Typed erased = Typed.on(home, "erase", "mira@contoso.example", "--yes");
        Typed anew = connectCalendar();
        // The look at the permissions asks for somebody's mailbox, and nothing of it lands.
        tenant.asked.clear();
        Typed again = Typed.on(home, "sync", "outlook-mail-metadata");
        Typed meetings = Typed.on(home, "sync");

        assertThat(erased.code()).as(erased.err()).isZero();
        assertThat(again.out()).contains("0 messages", "0 mailboxes could not be read", "rows: 0 added, 0 replaced");
        assertThat(List.of(again.code(), anew.code(), meetings.code())).containsOnly(0);
        assertThat(tenant.asked).isNotEmpty().noneMatch(path -> path.contains("/users/" + LoopbackTenant.MIRA));
        assertThat(count("Message_v1") + count("User_v1") + count("CalendarView_v0") + count("Contact_v1"))
                .isZero();
        try (DuckDb engine = DuckDb.open(new DuckDbSettings(256L << 20, 1, Path.of("target", "scan")))) {
            for (String word : List.of(LoopbackTenant.MIRA, "mira@contoso.example")) {
                assertThat(new HomeScan(engine, word).find(home)).as(word).isEmpty();
            }
        }
    }

    private long count(String dataset) {
        String answer = Typed.on(home, "query", "select count(*) as n from " + dataset, "--format", "csv")
                .out();
        return Long.parseLong(answer.strip().replaceAll("(?s).*\n", ""));
    }

    @Test
    void neither_what_mail_says_nor_a_secret_is_in_any_byte_or_on_any_screen() throws IOException, SQLException {
        List<Typed> typed = new ArrayList<>(List.of(connect(), connectCalendar()));
        for (String[] words : new String[][] {
            {"sync", "--verbose"},
            {"sync", "--json"},
            {"connections"},
            {"connections", "--json"},
            {"doctor", "--json"},
            {"doctor"}
        }) {
            typed.add(Typed.on(home, words));
        }
        tenant.refused.add("/users?");
        typed.add(Typed.on(home, "sync", "--verbose"));
        typed.add(Typed.on(home, "doctor", "--verbose"));

        try (DuckDb engine = DuckDb.open(new DuckDbSettings(256L << 20, 1, Path.of("target", "scan")))) {
            HomeScan scan = new HomeScan(engine, "Nightjar");
            assertThat(scan.find(home)).isEmpty();
            assertThat(typed)
                    .allSatisfy(shown -> assertThat(scan.isIn(shown.out() + shown.err()))
                            .as(shown.out() + shown.err())
                            .isFalse());
            assertThat(count("CalendarView_v0")).isEqualTo(1);
            assertThat(count("Contact_v1")).isEqualTo(1);
            assertThat(typed).extracting(Typed::err).noneMatch(text -> text.contains("deltatoken"));
        }
        assertThat(tenant.forms).allSatisfy(form -> assertThat(form).contains("Nightjar-secret"));
        assertThat(tenant.asked)
                .noneMatch(path -> path.matches(".*(subject|[bB]ody|/attachments|\\$expand|\\$search).*"));
    }

    @Test
    void a_missing_permission_is_told_with_what_to_do() throws IOException {
        tenant.refused.add("/groups");
        Typed connected = connect();
        Typed doctor = Typed.on(home, "doctor");
        Typed synced = Typed.on(home, "sync");

        assertThat(connected.code()).isZero();
        assertThat(connected.out()).contains("missing   Group.Read.All  is missing (403 Authorization_RequestDenied)");
        assertThat(doctor.code()).isEqualTo(1);
        assertThat(doctor.err()).contains("There is something to mend with outlook-mail-metadata");
        assertThat(synced.code()).isEqualTo(3);
        assertThat(synced.err()).contains("the app lacks Group.Read.All");
    }

    @Test
    void a_wrong_secret_is_refused_and_nothing_is_kept() throws IOException {
        Path secret = Files.writeString(files.resolve("wrong"), "Nightjar-wrong");

        Typed typed = connect("outlook-mail", LoopbackTenant.ID, "--secret-file", secret.toString());

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err()).contains("the client secret is wrong").doesNotContain("Nightjar");
        assertThat(Typed.on(home, "connections", "--json").out()).isEqualTo("{\"connections\":[]}\n");
    }

    @Test
    void the_key_that_a_credential_was_stored_with_is_needed() throws IOException {
        connect();
        Files.delete(home.resolve("keys").resolve("secrets.key"));

        Typed typed = Typed.on(home, "sync");

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err()).contains("can't be decrypted with this home's key");
    }

    @Test
    void wrong_words_are_told_apart() throws IOException {
        Path secret = Files.writeString(files.resolve("secret"), "Nightjar-secret");
        String[] one = {"--secret-file", secret.toString()};

        assertThat(connect("outlook-mail", LoopbackTenant.ID).err()).contains("has to prove itself in one way");
        assertThat(connect(
                                "outlook-mail",
                                LoopbackTenant.ID,
                                "--secret-file",
                                secret.toString(),
                                "--federated-token-file",
                                "x")
                        .code())
                .isEqualTo(2);
        assertThat(connect("outlook-mail", "common", one).err()).contains("neither an id");
        assertThat(connect("outlook-mail", "fabrikam.example", one).err()).contains("knows no tenant with this domain");
        assertThat(connect(
                                "outlook-mail",
                                LoopbackTenant.ID,
                                "--secret-file",
                                files.resolve("none").toString())
                        .err())
                .contains("can't be read");
        assertThat(Typed.on(
                                home,
                                "connect",
                                "outlook-mail",
                                "--tenant",
                                LoopbackTenant.ID,
                                "--client-id",
                                LoopbackTenant.CLIENT,
                                "--secret-file",
                                secret.toString(),
                                "--graph-url",
                                "http://graph.example")
                        .err())
                .contains("plain http");
        assertThat(connect("outlook-mail", LoopbackTenant.ID, "--cloud", "mars", "--secret-file", secret.toString())
                        .err())
                .contains("Clouds: global, usgov, usgov-dod, china");
        connect();
        assertThat(connect().err()).contains("There is a connection outlook-mail-metadata already");
    }

    @Test
    void a_calendar_is_connected_beside_the_mail_and_says_how_it_stands() throws IOException {
        connect();
        Typed connected = connectCalendar();
        Typed before = Typed.on(home, "doctor");
        Typed synced = Typed.on(home, "sync");
        Typed later = Typed.at(Typed.NOON.plus(Duration.ofHours(5)), home, "connections");
        Typed json = Typed.at(Typed.NOON.plus(Duration.ofHours(5)), home, "connections", "--json");
        tenant.refused.add("/users/");
        Typed refused = Typed.on(home, "sync", "outlook-calendar");
        Typed doctor = Typed.on(home, "doctor");

        assertThat(connected.out()).contains("ok        Calendars.ReadBasic.All  to read who met whom and when");
        assertThat(before.out()).contains("  no mailbox was looked at yet; last sync never");
        assertThat(synced.out())
                .contains("outlook-calendar: 1 event of 1 mailbox read")
                .contains("outlook-mail-metadata: 1 message and 1 contact of 1 mailbox read");
        assertThat(later.out())
                .contains("outlook-calendar needs User.Read.All, MailboxSettings.Read, Calendars.ReadBasic.All")
                .contains("5 h ago");
        assertThat(json.out())
                .contains("\"permissions\":[\"User.Read.All\",\"MailboxSettings.Read\",\"Calendars.ReadBasic.All\"]")
                .contains("\"lagSeconds\":18000,\"mailboxes\":{\"OK\":1},\"notRead\":{}");
        assertThat(refused.err()).contains("denied (Authorization_RequestDenied)");
        assertThat(doctor.code()).isEqualTo(1);
        assertThat(doctor.out())
                .contains("  0 of 1 mailbox read; last sync 0 min ago")
                .contains("  not read: 1 mailbox, denied (Authorization_RequestDenied)");
    }

    @Test
    void an_app_that_may_not_read_groups_is_not_told_whom_to_read_by_them() throws IOException {
        Typed typed = connect(
                "outlook-calendar",
                LoopbackTenant.ID,
                "--secret-file",
                Files.writeString(files.resolve("secret"), "Nightjar-secret").toString(),
                "--exclude-group",
                "board@contoso.example");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .contains("Outlook Calendar can't tell who is in a group")
                .contains("--filter");
    }

    private Typed connectCalendar() throws IOException {
        Path secret = Files.writeString(files.resolve("secret"), "Nightjar-secret");
        return connect("outlook-calendar", "contoso.example", "--secret-file", secret.toString());
    }

    private Typed connect() throws IOException {
        Path secret = Files.writeString(files.resolve("secret"), "Nightjar-secret\n");
        return connect("outlook-mail-metadata", "contoso.example", "--secret-file", secret.toString());
    }

    private Typed connect(String connector, String of, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "connect",
                connector,
                "--tenant",
                of,
                "--client-id",
                LoopbackTenant.CLIENT,
                "--login-url",
                tenant.url(),
                "--graph-url",
                tenant.url()));
        words.addAll(List.of(more));
        return Typed.on(home, words.toArray(String[]::new));
    }
}
