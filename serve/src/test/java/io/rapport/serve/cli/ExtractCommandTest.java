package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.state.StateLocation;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.dataset.Extraction;
import io.rapport.serve.dataset.Extractions;
import io.rapport.serve.run.RunState;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tenant with a mailbox of every kind: one signal each in October and in November. */
class ExtractCommandTest {

    private static final String ACTIVITY = "OutlookContactActivity_v0";
    private static final String PLAN = "\"assignedPlans\":[{\"service\":\"exchange\",\"capabilityStatus\":\"%s\"}]";

    @TempDir
    static Path home;

    @TempDir
    Path folder;

    @BeforeAll
    static void land_a_tenant(@TempDir Path exports) {
        land(
                exports,
                "User_v1",
                user("ana", "EUR", "\"department\":\"Sales\"," + PLAN.formatted("Enabled")),
                user("bo", "NAM", "\"department\":\"Sales\"," + PLAN.formatted("Warning")),
                user("cy", null, "\"department\":\"R'n'D\"," + PLAN.formatted("Enabled")),
                user("dee", "EUR", "\"accountEnabled\":false," + PLAN.formatted("Enabled")),
                user("eve", "EUR", PLAN.formatted("Suspended")),
                user("guy", null, "\"userType\":\"Guest\""));
        land(exports, "GroupDetails_v0", "{\"id\":\"outer\"}", "{\"id\":\"inner\"}", "{\"id\":\"empty\"}");
        land(
                exports,
                "GroupMembers_v0",
                "{\"pObjectId\":\"outer\",\"id\":\"inner\"}",
                "{\"pObjectId\":\"outer\",\"id\":\"ana\"}",
                "{\"pObjectId\":\"inner\",\"id\":\"bo\"}");
        land(
                exports,
                ACTIVITY,
                Stream.of("ana", "bo", "cy", "dee", "eve", "guy", "stranger")
                        .flatMap(user -> Stream.of(
                                signal("10-" + user, user, "2026-10-31T23:59:59Z"),
                                signal("11-" + user, user, "2026-11-01T00:00:00Z")))
                        .toArray(String[]::new));
        land(exports, "Message_v1", Exports.message("m1", "2026-10-01T08:00:00Z"));
    }

    @Test
    void delivers_a_folder_per_region_and_lists_whom_it_leaves_out() throws IOException {
        Typed typed = extract(ACTIVITY);

        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).isEqualTo("""
                OutlookContactActivity_v0: 6 rows in %s
                  EUR  2 rows of 1 mailbox in 2 files
                  NAM  2 rows of 1 mailbox in 2 files
                  tenant  2 rows of 1 mailbox in 2 files
                  left out: 1 user, account disabled
                  left out: 1 user, guest
                  left out: 1 user, no exchange license
                  left out: 1 user, not in the directory
                """.formatted(out()));
        assertThat(Files.readString(out().resolve("_left-out.csv"))).isEqualTo("""
                userId,reason,rows
                dee,Account disabled,2
                guy,Guest,2
                eve,No Exchange license,2
                stranger,Not in the directory,2
                """);
        assertThat(out().resolve("EUR/2026-10.json")).hasContent(signal("10-ana", "ana", "2026-10-31T23:59:59Z"));
    }

    @Test
    void the_manifest_says_what_was_asked_and_vouches_for_the_files() throws IOException {
        extract(ACTIVITY, "--region", "westeurope", "--columns", "puser,Id", "--from", "2026-11-01");

        String digest = Fingerprint.of(out().resolve("EUR/2026-11.json"));
        assertThat(Files.readString(out().resolve("EUR/manifest.json")))
                .contains("\"dataset\":\"OutlookContactActivity_v0\"")
                .contains("\"columns\":[\"Id\",\"puser\"]")
                .contains("\"filter\":{\"dateColumn\":\"CreationTime\",\"from\":\"2026-11-01T00:00:00Z\",\"to\":null}")
                .contains("\"scope\":{\"users\":\"all\"},\"region\":\"EUR\",\"validUsers\":\"checked\"")
                .contains(
                        "\"mailboxes\":1,\"rows\":1,\"files\":[{\"name\":\"2026-11.json\",\"rows\":1,\"bytes\":30,\"sha256\":\""
                                + digest + "\"}]")
                .contains("{\"reason\":\"Region not known\",\"users\":1,\"rows\":1}");
    }

    @Test
    void from_is_inclusive_and_to_exclusive() {
        extract(ACTIVITY, "--from", "2026-10-01", "--to", "2026-11-01", "--region", "EUR");

        assertThat(files()).containsExactly("EUR/2026-10.json");
    }

    @Test
    void a_group_reaches_the_users_of_groups_in_it() {
        assertThat(extract(ACTIVITY, "--group", "OUTER").out())
                .contains("EUR  2 rows")
                .contains("NAM  2 rows")
                .doesNotContain("tenant")
                .doesNotContain("left out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "department eq 'SALES' | 4",
                "department ne 'Sales' | 2",
                "not department eq 'Sales' and accountEnabled ne false | 2",
                "startswith(department, 'r''n') | 2",
                "not startswith(department, 's') | 2",
                "accountEnabled eq false | 0"
            })
    void a_filter_chooses_users(String filter, int rows) {
        assertThat(extract(ACTIVITY, "--user-filter", filter).out()).startsWith(ACTIVITY + ": " + rows + " row");
    }

    @Test
    void the_tenants_region_is_that_of_mailboxes_without_one() {
        assertThat(extract(ACTIVITY, "--tenant-region", "GBR", "--region", "uksouth")
                        .out())
                .contains("  GBR  2 rows of 1 mailbox");
    }

    @Test
    void datasets_about_groups_take_groups_and_judge_nobody() {
        assertThat(extract("GroupMembers_v0", "--group", "inner").out())
                .contains("GroupMembers_v0: 1 row")
                .contains("not checked");
    }

    @Test
    void csv_holds_nested_values_as_json() {
        Typed typed = extract("User_v1", "--columns", "assignedPlans,id", "--format", "csv", "--region", "EUR");

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(out().resolve("EUR/all.csv")).hasContent("""
                id,assignedPlans
                ana,"[{""service"":""exchange"",""capabilityStatus"":""Enabled""}]"
                """);
    }

    @Test
    void rows_that_do_not_say_whose_they_are_do_not_lie_together_either() throws IOException {
        Path other = folder.resolve("other");
        Path users = Exports.write(
                folder,
                "users.json",
                user("ana", "EUR", PLAN.formatted("Enabled")),
                user("bo", "EUR", PLAN.formatted("Enabled")));
        Path signals = Exports.write(
                folder,
                "signals.json",
                Stream.of("ana 03", "ana 01", "bo 02", "bo 04")
                        .map(words -> words.split(" ", 2))
                        .map(words -> signal(words[0] + words[1], words[0], "2026-10-" + words[1] + "T08:00:00Z"))
                        .toArray(String[]::new));
        Typed.on(other, "import", "User_v1", users.toString());
        Typed.on(other, "import", ACTIVITY, signals.toString());

        Typed typed = Typed.on(
                other, "extract", ACTIVITY, "--columns", "CreationTime", "--format", "csv", "--out", out().toString());

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(Files.readAllLines(out().resolve("EUR/2026-10.csv")))
                .containsExactly(
                        "CreationTime",
                        "2026-10-01T08:00:00Z",
                        "2026-10-02T08:00:00Z",
                        "2026-10-03T08:00:00Z",
                        "2026-10-04T08:00:00Z");
    }

    @Test
    void rows_of_somebody_who_is_not_in_the_directory_are_not_delivered() throws IOException {
        assertThat(extract("Message_v1").out()).contains("Message_v1: 0 rows").contains("not in the directory");
        assertThat(files()).isEmpty();
        assertThat(Files.readString(out().resolve("_left-out.csv"))).contains("u1,Not in the directory,1");
    }

    @Test
    void the_same_extraction_has_the_same_bytes() throws IOException {
        at(folder.resolve("one"), ACTIVITY, "--format", "parquet");
        at(folder.resolve("two"), ACTIVITY, "--format", "parquet");

        assertThat(folder.resolve("one/NAM/2026-10.parquet"))
                .hasSameBinaryContentAs(folder.resolve("two/NAM/2026-10.parquet"));
    }

    @Test
    void it_is_recorded_as_approved_by_the_person_at_the_keyboard() {
        extract(ACTIVITY, "--user-filter", "mail eq 'ana@contoso.com'");

        try (ServeState state = ServeState.open(StateLocation.file(home.resolve("rapport.db")))) {
            Extraction latest = new Extractions(state, () -> Typed.NOON)
                    .list().stream()
                            .filter(one -> one.folder().equals(out().toString()))
                            .findFirst()
                            .orElseThrow();
            assertThat(latest.state()).isEqualTo(RunState.SUCCESSFUL);
            assertThat(latest.dataset()).isEqualTo(ACTIVITY);
            assertThat(latest.rows()).isZero();
            assertThat(latest.approval()).contains("person at the keyboard");
            assertThat(latest.request()).contains("a filter of users").doesNotContain("@");
            assertThat(new AccessLog(state, () -> Typed.NOON).findLast()).hasValueSatisfying(line -> {
                assertThat(line.event().action()).isEqualTo(AccessAction.EXPORT);
                assertThat(line.event().subject()).isEqualTo("extraction of " + ACTIVITY);
                assertThat(line.event().detail()).startsWith(latest.id()).contains("person at the keyboard");
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "OutlookContactActivity_v0 --from 2026-10-01 --date-column StartTime | can't be filtered by \"StartTime\"",
                "OutlookContactActivity_v0 --columns SignalTyp | Did you mean SignalType?",
                "OutlookContactActivity_v0 --from 2026-10-01 --to 2026-10-01 | --to has to be later",
                "OutlookContactActivity_v0 --region Atlantis | which is no region",
                "OutlookContactActivity_v0 --region JPN | No valid mailbox is kept in region JPN. Regions of this tenant: EUR, NAM.",
                "OutlookContactActivity_v0 --group nobody | There is no group \"nobody\"",
                "OutlookContactActivity_v0 --group 1,2,3,4,5,6,7,8,9,10,11 | names 11 groups; the most are 10",
                "OutlookContactActivity_v0 --group outer --user-filter x | exclude each other",
                "OutlookContactActivity_v0 --user-filter (mail | character 6: eq or ne is missing",
                "OutlookContactActivity_v1 | Did you mean OutlookContactActivity_v0"
            })
    void what_cannot_be_had_is_wrong_use_and_leaves_nothing(String words, String message) {
        Typed typed = extract(List.of(words.split(" ", -1)).toArray(String[]::new));

        assertThat(typed.err()).contains(message);
        assertThat(typed.code()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_folder_that_is_there_or_in_the_home_is_wrong_use() throws IOException {
        Files.createDirectory(out());

        assertThat(extract(ACTIVITY).err()).contains("is there already");
        assertThat(extract(ACTIVITY).code()).isEqualTo(2);
        assertThat(at(home.resolve("lake/mine"), ACTIVITY).err()).contains("lies in the home");
        assertThat(out()).isEmptyDirectory();
    }

    private static String user(String id, @org.jspecify.annotations.Nullable String region, String more) {
        return "{\"id\":\"" + id + "\",\"puser\":\"" + id + "\","
                + (region == null ? "" : "\"preferredDataLocation\":\"" + region + "\",") + more + "}";
    }

    private static String signal(String id, String user, String created) {
        return "{\"SignalType\":\"AddContact\",\"Id\":\"" + id + "\",\"StartTime\":\"" + created
                + "\",\"CreationTime\":\"" + created + "\",\"AppName\":\"\\\"O\\\\W\\\"A\",\"puser\":\"" + user + "\"}";
    }

    private static void land(Path exports, String dataset, String... rows) {
        Path file = Exports.write(exports, dataset + ".json", rows);
        Typed typed = Typed.on(home, "import", dataset, file.toString());
        assertThat(typed.code()).as(typed.err()).isZero();
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Typed extract(String... words) {
        return at(out(), words);
    }

    private static Typed at(Path target, String... words) {
        return Typed.on(
                home,
                Stream.of(Stream.of("extract"), Stream.of(words), Stream.of("--out", target.toString()))
                        .flatMap(part -> part)
                        .toArray(String[]::new));
    }

    private List<String> files() {
        try (Stream<Path> found = Files.walk(out())) {
            return found.filter(Files::isRegularFile)
                    .map(file -> out().relativize(file).toString())
                    .filter(name -> !name.endsWith("manifest.json") && !name.startsWith("_"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
