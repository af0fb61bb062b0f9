package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.backup.StateRows;
import io.rapport.serve.erasure.PersonErasures;
import io.rapport.serve.home.Home;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.secret.SecretKey;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EraseCommandTest {

    private static final DuckDb ENGINE =
            DuckDb.open(new DuckDbSettings(256L << 20, 1, Path.of("target", "erase-scan")));

    private static final String ID = "5e1f0c1a-8a4d-4f6e-9d3b-0a1b2c3d4e5f";
    private static final String CONTACT = "quilla.zephyr@fabrikam.com";
    /** Of the employee: id, name, address, another address; and the contact's. */
    private static final List<String> TRACES =
            List.of(ID, "Zdenka Quellwasser", "zdenka@contoso.com", "zq.old@contoso.com", CONTACT);

    private static final List<String> KEPT_TABLES =
            List.of("access_log", "api_key", "lake_suppression", "setting", "sign_in_provider");

    @TempDir
    Path home;

    @TempDir
    Path folder;

    StateLocation location() {
        return StateLocation.file(home.resolve("rapport.db"));
    }

    /** What names the state on the command line. */
    List<String> stateWords() {
        return List.of();
    }

    private Typed type(String... words) {
        return Typed.on(
                home, Stream.concat(Stream.of(words), stateWords().stream()).toArray(String[]::new));
    }

    @AfterAll
    static void close_the_engine() {
        ENGINE.close();
    }

    @Test
    void nothing_of_two_people_is_left_in_any_byte_and_nothing_comes_back() throws IOException, SQLException {
        land("");
        Path spec = customers();
        assertThat(type("enrich", spec.toString()).code()).isZero();
        plantInTheState();
        assertThat(TRACES)
                .allSatisfy(trace -> assertThat(found(trace)).as(trace).isNotEmpty());
        long others = messages();

        Typed refused = type("erase", "Zdenka@contoso.com");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("Nothing was erased.").doesNotContain("zdenka");
        Typed dry = type("erase", "Zdenka@contoso.com", CONTACT, "--dry-run");
        assertThat(dry.out())
                .startsWith("2 people, known by 3 addresses and 1 id. Nothing was erased.\n")
                .contains("  Message_v1: 1 row to erase, 2 rows of others to change, in 2 files\n");
        assertThat(found(ID)).isNotEmpty();

        Typed typed = type("erase", "Zdenka@contoso.com", CONTACT, "--yes");

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.out())
                .startsWith(
                        "Certificate 1 of erasure\n\n2 people erased from this home by the person at the keyboard.\n")
                .contains(
                        "Message_v1: 1 rows erased, 2 rows of others rid of the address; 2 files written anew, 0 deleted.\n")
                .contains("Contacts in customer profiles: 1.\n")
                .contains("Rows of output tables: ")
                .contains("to be run again: Office.\n");
        for (String trace : TRACES) {
            assertThat(found(trace)).as(trace).isEmpty();
            assertThat(typed.out() + typed.err()).doesNotContainIgnoringCase(trace);
        }
        assertThat(home.resolve("certificates")).isDirectoryContaining("glob:**/erasure-1.{json,txt}");
        assertThat(messages()).isEqualTo(others - 1);
        try (ServeState state = ServeState.open(location())) {
            assertThat(new AccessLog(state, () -> Typed.NOON).check().isSound()).isTrue();
            assertThat(new AccessLog(state, () -> Typed.NOON)
                            .findLast()
                            .orElseThrow()
                            .event()
                            .detail())
                    .isEqualTo("2 people, certificate 1");
            String left = state.run(db -> db.sql("select fields from enrichment_draft")
                    .query(String.class)
                    .single());
            assertThat(left).isEqualTo("[\"selection\",\"sam@contoso.com\"]");
        }

        // The same bytes, and others of the same people, and a run whose spec still names them.
        customers();
        land("");
        land(" ");
        Typed again = type("enrich", specOfItsOwn().toString());
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(type("runs", "--json").out())
                .contains("1 of 3 people of the selection left out: erased.", "1 of 2 contacts left out: erased.");
        for (String trace : TRACES) {
            assertThat(found(trace)).as(trace).isEmpty();
        }
        assertThat(messages()).isEqualTo(others - 1);
        assertThat(type("erase", ID, "--yes", "--json").out()).contains("\"certificate\":2,\"people\":1,");
    }

    @Test
    void what_was_broken_off_is_finished_with_all_that_was_known_of_the_person() throws IOException, SQLException {
        land("");
        Home folders = new Home(home);
        DuckDbSettings engine = new DuckDbSettings(256L << 20, 1, folders.temporary());
        try (Lake lake = Lake.open(home, location(), () -> Typed.NOON, engine);
                ServeState state = ServeState.open(location())) {
            PersonErasures erasures = new PersonErasures(
                    folders, state, lake, new SecretBox(SecretKey.open(null, folders.secretKey())), () -> Typed.NOON);
            PersonErasures.Asked asked = erasures.ask(List.of("zdenka@contoso.com"));
            assertThat(erasures.request(asked, "somebody")).isEqualTo(1);
            // Then the directory does not know any more who has which id, and the process is gone.
            assertThat(lake.erase(asked.persons())).isNotEmpty();
        }
        Exports.write(mkdirs(folders.rejects()), "r.jsonl", "{\"owner\":\"" + ID + "\"}", "{\"owner\":\"u2\"}");

        Typed typed = type("erase", "zdenka@contoso.com", "--yes");

        assertThat(typed.out())
                .startsWith("Certificate 1 of erasure\n\n1 person erased from this home by somebody.\n")
                .contains("Lines of logs: 1.\n");
        assertThat(found(ID)).isEmpty();
        assertThat(Files.readString(folders.rejects().resolve("r.jsonl"))).isEqualTo("{\"owner\":\"u2\"}\n");
    }

    @Test
    void nothing_is_left_of_everything_and_the_home_goes_on() throws IOException, SQLException {
        land("");
        Path spec = customers();
        assertThat(type("enrich", spec.toString()).code()).isZero();
        assertThat(type("connect", "data-connect", "--folder", folder.toString(), "--name", "desk")
                        .code())
                .isZero();
        assertThat(type("erase", ID, "--yes").code()).isZero();
        plantInTheState();
        assertThat(found("sam@contoso.com")).isNotEmpty();

        assertThat(type("erase", "--everything").err()).contains("Nothing was erased.");
        assertThat(type("erase", "--everything", "sam@contoso.com", "--yes").err())
                .contains("--everything erases everybody");
        assertThat(found("sam@contoso.com")).isNotEmpty();
        Typed typed = type("erase", "--everything", "--yes");

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.out())
                .startsWith("Certificate of the erasure of everything\n")
                .contains("Lake: ", "Folder output: ", "Table run of the state database: ", "Certificate: ");
        for (String trace : List.of("sam@contoso.com", "mira@contoso.com", "ana@fabrikam.com", ID)) {
            assertThat(found(trace)).as(trace).isEmpty();
        }
        assertThat(type("connections").out()).doesNotContain("desk");
        assertThat(type("query", "select count(*) as n from Message_v1", "--format", "csv")
                        .out())
                .isEqualTo("n\n0\n");
        assertThat(type("access-log", "verify").out()).contains("is sound");
        try (ServeState state = ServeState.open(location())) {
            assertThat(state.textColumns().keySet()).containsAll(KEPT_TABLES);
            assertThat(new AccessLog(state, () -> Typed.NOON)
                            .findLast()
                            .orElseThrow()
                            .event()
                            .detail())
                    .startsWith("certificate everything-2026");
        }

        // Nobody reads it twice, and who was erased before stays erased.
        assertThat(type("erase", "--everything", "--yes").out()).contains("Lake: 0 rows erased, 0 files deleted.");
        land("");
        assertThat(found("mira@contoso.com")).isNotEmpty();
        assertThat(found(ID)).isEmpty();
    }

    @Test
    void words_that_are_nobodys_are_refused_without_being_repeated() {
        land("");

        Typed typed = type("erase", "Zdenka Quellwasser", "--yes");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .contains("1 of 1 words are no address and no object id")
                .doesNotContain("Zdenka");
        assertThat(type("erase", "--yes").err()).contains("Nobody is named.");
    }

    /** @param variation makes other bytes of the same rows */
    private void land(String variation) {
        Path users = Exports.write(
                folder,
                "users.json",
                "{\"id\":\"" + ID + "\",\"displayName\":\"Zdenka Quellwasser\",\"mail\":\"Zdenka@contoso.com\","
                        + "\"userPrincipalName\":\"zdenka@contoso.com\",\"proxyAddresses\":[\"smtp:zq.old@contoso.com\"]}",
                "{\"id\":\"u2\",\"mail\":\"sam@contoso.com\"}" + variation);
        Path mail = Exports.write(
                folder,
                "mail.json",
                Exports.message("m1", "2026-10-01T08:00:00Z")
                        .replace("ana@fabrikam.com", "sam@contoso.com")
                        .replace("\"u1\"", "\"" + ID + "\""),
                Exports.message("m2", "2026-11-01T08:00:00Z").replace("ana@fabrikam.com", "ZQ.old@contoso.com"),
                Exports.message("m3", "2026-10-03T08:00:00Z")
                        .replace("ana@fabrikam.com", CONTACT.toUpperCase(Locale.ROOT)),
                Exports.message("m4", "2026-10-04T08:00:00Z") + variation);
        assertThat(type("import", "User_v1", users.toString()).err()).isEmpty();
        assertThat(type("import", "Message_v1", mail.toString()).err()).isEmpty();
    }

    private Path customers() {
        Path accounts = Exports.write(folder, "accounts.csv", "AccountId,Name", "a1,Fabrikam");
        Path contacts = Exports.write(
                folder,
                "contacts.csv",
                "ContactId,AccountId,EmailAddress",
                "c1,a1,ana@fabrikam.com",
                "c2,a1," + CONTACT);
        assertThat(type(
                                "profiles",
                                "import",
                                "Customers",
                                "--accounts",
                                accounts.toString(),
                                "--contacts",
                                contacts.toString())
                        .err())
                .isEmpty();
        return Exports.write(
                folder,
                "engagement.yaml",
                "name: Account engagement",
                "output: Office",
                "selection: [zdenka@contoso.com, sam@contoso.com]",
                "profiles: Customers");
    }

    /** Names the same people itself, in files outside of the home. */
    private Path specOfItsOwn() {
        return Exports.write(
                folder,
                "own.yaml",
                "output: Own",
                "selection: [Zdenka@contoso.com, sam@contoso.com, mira@contoso.com]",
                "contacts: {file: contacts.csv, email: EmailAddress, account: AccountId, id: ContactId}",
                "accounts: {file: accounts.csv, id: AccountId, name: Name}");
    }

    /** What the server would have written, and a sync. */
    private void plantInTheState() {
        try (ServeState state = ServeState.open(location())) {
            state.run(db -> db.sql("insert into enrichment_draft values ('d', 'p', null, ?, 0)")
                    .param("[\"selection\",\"zdenka@contoso.com\\nsam@contoso.com\"]")
                    .update());
            state.run(db -> db.sql("insert into lake_checkpoint values (?, 'inbox', 'link', 0)")
                    .param("graph/c/mail/" + ID)
                    .update());
            state.run(db -> db.sql("insert into spring_session values ('s', 's', 0, 0, 0, 0, 'x')")
                    .update());
            state.run(db -> db.sql("insert into spring_session_attributes values ('s', 'a', ?)")
                    .param(("\0" + ID + "\0").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .update());
        }
        Exports.write(mkdirs(home.resolve("rejects")), "r.jsonl", "{\"owner\":\"" + ID + "\"}", "{\"owner\":\"u2\"}");
        Exports.write(mkdirs(home.resolve("profiles/_uploads/x")), "contacts.csv", "c2,a1," + CONTACT);
    }

    private static Path mkdirs(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** In files of the home, and in rows of its state. */
    private List<Path> found(String trace) throws IOException, SQLException {
        List<Path> found = new ArrayList<>(new HomeScan(ENGINE, trace).find(home));
        StateRows.of(location())
                .forEach((table, rows) -> rows.stream()
                        .filter(row -> row.toLowerCase(Locale.ROOT).contains(trace.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .ifPresent(row -> found.add(Path.of("table", table))));
        return found;
    }

    private long messages() {
        return type("query", "select id from Message_v1", "--format", "csv")
                .out()
                .lines()
                .count();
    }
}
