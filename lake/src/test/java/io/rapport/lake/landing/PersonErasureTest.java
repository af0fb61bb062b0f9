package io.rapport.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType.Scalar;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Checkpoint;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.core.landing.Row;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.privacy.PersonColumns;
import io.rapport.lake.retention.PersonCounts;
import io.rapport.lake.retention.PersonErasure;
import io.rapport.lake.retention.PersonErasure.Step;
import io.rapport.lake.retention.Persons;
import io.rapport.lake.state.StateLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersonErasureTest {

    private static final String ID = "5e1f0c1a-8a4d-4f6e-9d3b-0a1b2c3d4e5f";
    private static final String NAME = "Zdenka Quellwasser";
    private static final List<String> TRACES =
            List.of(ID, NAME, "zdenka@contoso.com", "zq@contoso.com", "old.zdenka@contoso.com");

    /** The process is gone. */
    private static final class Crash extends Error {}

    @TempDir
    Path home;

    StateLocation state() {
        return StateLocation.file(home.resolve("rapport.db"));
    }

    @Test
    void nothing_of_the_person_is_left_and_all_else_is_as_it_was() throws Exception {
        try (TestLake lake = TestLake.open(home, state(), ChunkLimits.USUAL)) {
            List<Path> untouched = landOthers(lake);
            land(lake);
            assertThat(traces(lake)).containsExactlyInAnyOrderElementsOf(TRACES);
            List<String> contactsBefore = lake.rows(Datasets.MAILBOX_SETTINGS, "puser", "timeZone");

            List<PersonCounts> done = erase(lake, step -> {}, "Zdenka@Contoso.com");

            assertThat(traces(lake)).isEmpty();
            assertThat(untouched).allMatch(Files::exists);
            assertThat(lake.rows(Datasets.MESSAGE, "id", "from", "toRecipients", "internetMessageId"))
                    .containsExactly(
                            "elsewhere {'emailAddress': {'address': ann.jones@contoso.com}} {'emailAddress':"
                                    + " {'address': bob@fabrikam.com}}",
                            "other {'emailAddress': {'address': erased@erased.invalid}} {'emailAddress': {'address':"
                                    + " bob@fabrikam.com}} {'emailAddress': {'address': erased@erased.invalid}}"
                                    + " <1@mail.contoso.com>");
            assertThat(lake.rows(Datasets.USER, "id", "mail")).containsExactly("u2 susa.zdenka@contoso.com");
            assertThat(lake.rows(Datasets.CONTACT, "id", "emailAddresses", "companyName"))
                    .containsExactly("c1 {'address': bob@fabrikam.com} Fabrikam", "c2");
            assertThat(lake.rows(Datasets.MAILBOX_SETTINGS, "puser", "timeZone"))
                    .isEqualTo(contactsBefore.stream()
                            .filter(row -> !row.startsWith(ID))
                            .toList());
            assertThat(lake.rows(Datasets.GROUP_MEMBERS, "id")).containsExactly("u2");
            assertThat(lake.manifest.contents())
                    .allSatisfy(content -> assertThat(content.rows())
                            .isEqualTo(lake.rows(
                                            content.dataset(),
                                            content.dataset().key().get(0))
                                    .size()));
            assertThat(done).extracting(PersonCounts::ownRows).allMatch(rows -> rows >= 0);
            assertThat(done.get(done.size() - 1)).isEqualTo(new PersonCounts("User_v1", 1, 1, 1, 0));
        }
    }

    @Test
    void the_same_rows_bring_nothing_back_and_change_nothing() {
        try (TestLake lake = TestLake.open(home, state(), ChunkLimits.USUAL)) {
            landOthers(lake);
            land(lake);
            erase(lake, step -> {}, ID);
            assertThat(traces(lake)).isEmpty();

            Landed again = land(lake);

            assertThat(again.added()).isZero();
            assertThat(again.replaced()).isZero();
            assertThat(again.unchanged()).isEqualTo(6);
            assertThat(traces(lake)).isEmpty();
            assertThat(lake.land(Rows.settings(ID.toUpperCase(Locale.ROOT), "Europe/Prague")))
                    .isEqualTo(Landed.NOTHING);
            assertThat(lake.land(List.of(
                            new Checkpoint("graph/c/mail/" + ID, "inbox", "link"),
                            new Checkpoint("graph/c/mailbox", ID, "OK"),
                            new Checkpoint("graph/c/mailbox", "u2", "OK"))))
                    .isEqualTo(Landed.NOTHING);
            assertThat(lake.landing.checkpoints("graph/c/mailbox")).containsOnlyKeys("u2");
            assertThat(lake.landing.checkpoints("graph/c/mail/" + ID)).isEmpty();
            lake.remove(Datasets.MAILBOX_SETTINGS, List.of(List.of(ID)));
            assertThat(erase(lake, step -> {}, ID)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void an_erasure_that_dies_at_any_step_is_done_by_running_it_again(Step fatal) {
        TestLake dying = TestLake.open(home, state(), ChunkLimits.USUAL);
        landOthers(dying);
        land(dying);
        int[] met = {0};
        assertThatThrownBy(() -> erase(
                        dying,
                        step -> {
                            // Not at the first dataset, so that one is done and others are not.
                            if (step == fatal && (fatal == Step.SUPPRESSED || ++met[0] == 2)) {
                                throw new Crash();
                            }
                        },
                        "zdenka@contoso.com"))
                .isInstanceOf(Crash.class);

        try (TestLake lake = TestLake.open(home, state(), ChunkLimits.USUAL)) {
            erase(lake, step -> {}, "zdenka@contoso.com");
            assertThat(traces(lake)).isEmpty();
            assertThat(lake.rows(Datasets.MESSAGE, "id")).containsExactly("elsewhere", "other");
            assertThat(land(lake).added()).isZero();
        }
        dying.close();
    }

    @Test
    void what_was_on_its_way_is_refused_and_what_commits_meanwhile_is_rid_of_the_person_too() {
        try (TestLake lake = TestLake.open(home, state(), ChunkLimits.USUAL)) {
            land(lake);
            Landing.Batch early = lake.landing.open();
            assertThat(early.add(Rows.settings("u9", "Europe/Prague"))).isEmpty();
            boolean[] isDone = {false};
            erase(
                    lake,
                    step -> {
                        if (step == Step.WRITTEN && !isDone[0]) {
                            isDone[0] = true;
                            lake.land(Rows.message("late", "u2", "2025-02-01T00:00:00Z", "f"));
                        }
                    },
                    ID);

            assertThatThrownBy(() -> early.commit(List.of()))
                    .isInstanceOfSatisfying(
                            RapportException.class, e -> assertThat(e.code()).isEqualTo(LakeError.ERASED_MEANWHILE));
            early.close();
            assertThat(lake.rows(Datasets.MESSAGE, "id")).containsExactly("late", "other");
            assertThat(traces(lake)).isEmpty();
        }
    }

    @Test
    void two_erasures_at_once_both_come_to_their_end() {
        try (TestLake lake = TestLake.open(home, state(), ChunkLimits.USUAL)) {
            land(lake);
            boolean[] isDone = {false};
            erase(
                    lake,
                    step -> {
                        if (step == Step.WRITTEN && !isDone[0]) {
                            isDone[0] = true;
                            erase(lake, other -> {}, "bob@fabrikam.com");
                        }
                    },
                    ID);
            erase(lake, step -> {}, "u2");

            assertThat(traces(lake)).isEmpty();
            assertThat(lake.rows(Datasets.MESSAGE, "id")).isEmpty();
            assertThat(lake.rows(Datasets.CONTACT, "id")).isEmpty();
            assertThat(lake.files()).noneMatch(file -> file.toString().endsWith(".parquet"));
        }
    }

    @Test
    void many_people_go_in_one_rewriting() {
        try (TestLake lake = TestLake.open(home, state(), ChunkLimits.USUAL)) {
            lake.land(IntStream.range(0, 2_000)
                    .mapToObj(i -> Rows.row(
                            Datasets.MESSAGE,
                            "id",
                            "m" + i,
                            "puser",
                            "u" + i % 1_500,
                            "from",
                            Rows.person("p" + i % 1_500 + "@contoso.com"),
                            "sentDateTime",
                            "2025-01-01T00:00:00Z"))
                    .toArray(Row[]::new));
            List<String> words = IntStream.range(0, 1_000)
                    .mapToObj(i -> i % 2 == 0 ? "u" + i : "p" + i + "@contoso.com")
                    .toList();
            List<Step> steps = new ArrayList<>();

            List<PersonCounts> done = erase(lake, steps::add, words.toArray(String[]::new));

            assertThat(done).containsExactly(new PersonCounts("Message_v1", 1, 1, 750, 750));
            assertThat(steps).containsExactly(Step.SUPPRESSED, Step.WRITTEN, Step.MOVED, Step.RECORDED, Step.DELETED);
            assertThat(lake.rows(Datasets.MESSAGE, "id")).hasSize(1_250);
        }
    }

    /** A new column of text has to be thought about here: does it say who somebody is? */
    @Test
    void it_is_known_of_every_column_of_text_whether_it_names_a_person() {
        Map<String, Set<String>> texts = new TreeMap<>();
        for (Dataset dataset : Datasets.all()) {
            for (Column column : dataset.columns()) {
                if (column.type() == Scalar.TEXT) {
                    texts.computeIfAbsent(column.name(), added -> new TreeSet<>())
                            .add(PersonColumns.ids(dataset).contains(column.name()) ? "person" : "thing");
                }
            }
        }
        Map<String, Set<String>> persons = new TreeMap<>(texts);
        persons.values().removeIf(kinds -> !kinds.contains("person"));
        assertThat(persons)
                .isEqualTo(Map.of(
                        "puser", Set.of("person"),
                        "OId", Set.of("person"),
                        "MailboxGuid", Set.of("person"),
                        "id", Set.of("person", "thing")));
        texts.keySet().removeAll(persons.keySet());
        assertThat(texts.keySet())
                .containsExactlyInAnyOrder(
                        "AadTenantId",
                        "AppName",
                        "ClientSessionId",
                        "Id",
                        "ODataType",
                        "SignalType",
                        "TenantName",
                        "_conversationKey",
                        "companyName",
                        "conversationId",
                        "department",
                        "displayName",
                        "iCalUId",
                        "internetMessageId",
                        "jobTitle",
                        "pObjectId",
                        "parentFolderId",
                        "preferredDataLocation",
                        "ptenant",
                        "seriesMasterId",
                        "timeZone",
                        "usageLocation");
    }

    /** Files that hold nothing of the person. */
    private static List<Path> landOthers(TestLake lake) {
        lake.land(Rows.message("elsewhere", "u2", "2024-11-01T00:00:00Z", "f"));
        List<Path> files = lake.files();
        lake.remove(Datasets.MESSAGE, List.of(List.of("never there", "u2")));
        return files;
    }

    private static Landed land(TestLake lake) {
        return lake.land(
                Rows.row(
                        Datasets.USER,
                        "id",
                        ID,
                        "mail",
                        "Zdenka@contoso.com",
                        "userPrincipalName",
                        "zq@contoso.com",
                        "proxyAddresses",
                        List.of("SMTP:Zdenka@contoso.com", "smtp:old.zdenka@contoso.com"),
                        "displayName",
                        NAME),
                Rows.row(
                        Datasets.USER,
                        "id",
                        "u2",
                        "mail",
                        "susa.zdenka@contoso.com",
                        "proxyAddresses",
                        List.of("SMTP:susa.zdenka@contoso.com")),
                Rows.settings(ID, "Europe/Prague"),
                Rows.settings("u2", "Europe/Prague"),
                Rows.row(Datasets.GROUP_MEMBERS, "pObjectId", "g1", "id", ID),
                Rows.row(Datasets.GROUP_MEMBERS, "pObjectId", "g1", "id", "u2"),
                Rows.message("own", ID, "2025-01-02T00:00:00Z", "f"),
                Rows.row(
                        Datasets.MESSAGE,
                        "id",
                        "other",
                        "puser",
                        "u2",
                        "sentDateTime",
                        "2025-01-02T00:00:00Z",
                        "internetMessageId",
                        "<1@mail.contoso.com>",
                        "from",
                        Rows.person("zdenka@contoso.com"),
                        "toRecipients",
                        List.of(Rows.person("bob@fabrikam.com"), Rows.person("OLD.Zdenka@contoso.com"))),
                Rows.row(
                        Datasets.CONTACT,
                        "id",
                        "c1",
                        "puser",
                        "u2",
                        "emailAddresses",
                        List.of(Rows.struct("bob@fabrikam.com"), Rows.struct("zq@contoso.com")),
                        "companyName",
                        "Fabrikam"),
                Rows.row(
                        Datasets.CONTACT,
                        "id",
                        "c2",
                        "puser",
                        "u2",
                        "emailAddresses",
                        List.of(Rows.struct("zq@contoso.com")),
                        "companyName",
                        "home of (Zdenka@contoso.com)"));
    }

    private static List<PersonCounts> erase(TestLake lake, Consumer<Step> listener, String... words) {
        PersonErasure erasure = lake.personErasure(listener);
        return erasure.erase(erasure.resolve(Persons.of(List.of(words))));
    }

    /** Which of the traces stand in some row of some file, whether or not anybody sees it. */
    private static Set<String> traces(TestLake lake) {
        Set<String> found = new TreeSet<>();
        try (DuckDbSession session = lake.connect()) {
            for (Path file : lake.files()) {
                if (!file.toString().endsWith(".parquet")) {
                    continue;
                }
                for (String row : session.list(
                        "reading",
                        "select cast(t as varchar) from read_parquet(" + SqlText.literal(SqlText.path(file)) + ") as t",
                        row -> row.getString(1))) {
                    String others = row.replace("susa.zdenka@contoso.com", "").toLowerCase(Locale.ROOT);
                    TRACES.stream()
                            .filter(trace -> others.contains(trace.toLowerCase(Locale.ROOT)))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }
}
