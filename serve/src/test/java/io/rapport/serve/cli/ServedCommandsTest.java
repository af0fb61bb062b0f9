package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.api.client.ServerApi;
import io.rapport.serve.api.key.ApiKeys;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.server.EnrichedHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that do something, through a server: what they did is there, for its API and its home. */
class ServedCommandsTest {

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final String KEY = secret("Administrator");
    private static final ServerApi SERVER = ServerApi.of(HOME.url().toString(), KEY);

    @TempDir
    Path folder;

    @Test
    void profiles_are_brought_listed_and_removed() throws Exception {
        Path files = HOME.folder().resolve("profiles");
        Typed made = served(
                "profiles",
                "import",
                "From a desk",
                "--accounts",
                files.resolve("accounts.csv").toString(),
                "--contacts",
                files.resolve("contacts.csv").toString(),
                "--email",
                "EmailAddress");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).contains("From a desk, version 1: ").contains("emailColumn: EmailAddress");
        assertThat(served("profiles").out()).contains("From a desk");
        assertThat(typed(List.of("profiles")).out()).as("on the home").contains("From a desk");
        Typed none = served("profiles", "import", "None", "--accounts", "no-file.csv", "--contacts", "no-file.csv");
        assertThat(none.code()).isEqualTo(2);
        Typed column = served(
                "profiles",
                "import",
                "None",
                "--accounts",
                files.resolve("accounts.csv").toString(),
                "--contacts",
                files.resolve("contacts.csv").toString(),
                "--email",
                "Post");
        assertThat(column.err()).contains("The file of contacts has no such column");
        assertThat(served("profiles", "remove", "From a desk").code()).isZero();
        assertThat(served("profiles", "remove", "From a desk").err()).contains("no customer profiles of that name");
    }

    @Test
    void an_enrichment_runs_that_was_saved_and_agreed_to() throws Exception {
        Path files = HOME.folder().resolve("profiles");
        assertThat(served(
                                "profiles",
                                "import",
                                "For a run",
                                "--accounts",
                                files.resolve("accounts.csv").toString(),
                                "--contacts",
                                files.resolve("contacts.csv").toString())
                        .code())
                .isZero();
        Map<String, @Nullable Object> unused = SERVER.post(
                "/enrichments",
                Map.of(
                        "name",
                        "From a desk",
                        "output",
                        "FromADesk",
                        "selection",
                        List.of(HOME.listed()),
                        "profiles",
                        "For a run",
                        "schedule",
                        "never"));
        Typed early = served("enrich", "FromADesk");
        assertThat(early.err()).contains("without an administrator's consent");
        Enrichments enrichments = HOME.part(Enrichments.class);
        assertThat(HOME.part(Lifecycle.class)
                        .agree(enrichments.find("FromADesk").orElseThrow(), "Mira"))
                .isTrue();

        Typed done = served("enrich", "FromADesk");

        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).startsWith("FromADesk: ");
        assertThat(served("runs", "--output", "FromADesk").out()).contains("successful");
        SERVER.delete("/enrichments/FromADesk");
        assertThat(served("profiles", "remove", "For a run").code()).isZero();
    }

    @Test
    void a_folder_is_synced_diagnosed_and_disconnected_and_the_log_is_sound() throws Exception {
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Typed connected = typed(List.of("connect", "data-connect", "--folder", exports.toString(), "--name", "desk"));
        assertThat(connected.code()).as(connected.err()).isZero();

        Typed synced = served("sync", "desk");
        assertThat(synced.code()).as(synced.err()).isZero();
        assertThat(synced.out()).startsWith("desk: ");
        Typed doctor = served("doctor");
        assertThat(doctor.code()).as(doctor.err()).isZero();
        assertThat(doctor.out()).contains("desk: ");
        Typed ended = served("disconnect", "desk");
        assertThat(ended.out()).contains("desk is disconnected. What has landed stays.");
        assertThat(typed(List.of("connections")).out()).doesNotContain("desk");
        assertThat(served("disconnect", "desk").code()).isNotZero();

        Typed log = served("access-log", "verify", "--json");
        assertThat(log.code()).as(log.err()).isZero();
        assertThat(JsonText.readWhole(log.out().strip()))
                .isInstanceOfSatisfying(
                        Map.class, check -> assertThat(check.get("isSound")).isEqualTo(true));
    }

    @Test
    void the_lake_is_kept_up_and_people_are_erased_as_on_the_home() throws Exception {
        Typed dry = served("retention", "--dry-run");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out())
                .startsWith("Kept: ")
                .isEqualTo(typed(List.of("retention", "--dry-run")).out());
        assertThat(served("retention", "--months", "3").err()).contains("the months are those of its settings");
        Typed compact = served("compact", "Message_v1");
        assertThat(compact.code()).as(compact.err()).isZero();
        assertThat(compact.out()).containsPattern("Nothing to do\\.|files? folded into");
        assertThat(served("compact", "Mail").err()).contains("There is no dataset \"Mail\".");

        String stranger = "quilla.zephyr@nowhere.example";
        Typed plan = served("erase", stranger, "--dry-run");
        assertThat(plan.out())
                .startsWith("1 person, known by 1 address and 0 ids. Nothing was erased.")
                .isEqualTo(typed(List.of("erase", stranger, "--dry-run")).out());
        assertThat(served("erase", stranger).err()).contains("Nothing was erased.");
        assertThat(served("erase", "nobody in particular", "--yes").err())
                .contains("1 of 1 words are no address and no object id.");
        Typed erased = served("erase", stranger, "--yes");
        assertThat(erased.code()).as(erased.err()).isZero();
        assertThat(erased.out())
                .startsWith("Certificate ")
                .contains("1 person erased from this home by API key Commands of Administrator")
                .doesNotContain(stranger);
    }

    @Test
    void tables_and_segments_come_as_they_do_on_the_home() throws Exception {
        for (String name : List.of("Office", "stale")) {
            Path there = folder.resolve("there-" + name);
            Path here = folder.resolve("here-" + name);
            Typed served = served("export", name, "--out", there.toString());
            Typed onHome = typed(List.of("export", name, "--out", here.toString()));

            assertThat(served.code()).as(served.err()).isZero();
            assertThat(onHome.code()).as(onHome.err()).isZero();
            assertThat(served.out().lines().findFirst())
                    .hasValueSatisfying(line -> assertThat(line).contains(", as of "));
            assertThat(contents(there)).isEqualTo(contents(here)).hasSize(name.equals("stale") ? 1 : 4);
        }
        assertThat(served("export", "Nobody", "--out", folder.resolve("none").toString())
                        .err())
                .contains("There is no segment “Nobody”");
        assertThat(served(
                                "export",
                                "stale",
                                "--format",
                                "cdm",
                                "--out",
                                folder.resolve("none").toString())
                        .err())
                .contains("A server sends csv, parquet and jsonl");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void who_is_no_administrator_gets_the_tables_that_name_nobody() throws Exception {
        Path key = Files.writeString(folder.resolve("contributor"), secret("Contributor"));
        Path out = folder.resolve("tables");

        Typed typed = typed(List.of(
                "export",
                "Office",
                "--format",
                "jsonl",
                "--out",
                out.toString(),
                "--server",
                HOME.url().toString(),
                "--api-key-file",
                key.toString()));

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err()).contains("People and coverage are for administrators");
        assertThat(contents(out))
                .hasSize(2)
                .allSatisfy((name, text) -> assertThat(text).doesNotContain("@"));
    }

    /** What each file of a folder holds, by its name. */
    private static Map<String, String> contents(Path out) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.toList()) {
                contents.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return contents;
    }

    private Typed served(String... words) throws Exception {
        Path file = folder.resolve("key");
        if (!Files.exists(file)) {
            Files.writeString(file, KEY + "\n");
        }
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--server", HOME.url().toString(), "--api-key-file", file.toString()));
        return typed(all);
    }

    private static Typed typed(List<String> words) {
        return Typed.on(HOME.folder(), words.toArray(String[]::new));
    }

    private static String secret(String role) {
        return HOME.part(ApiKeys.class)
                .make("Commands of " + role, role, "1", "a test")
                .text();
    }
}
