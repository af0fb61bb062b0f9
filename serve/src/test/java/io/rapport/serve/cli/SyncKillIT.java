package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.SystemTime;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import io.rapport.simulator.tenant.TenantPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program killed at any moment of a backfill, and two of it at once: nothing is lost, and nothing is there twice. For more
 * moments: {@code -Drapport.kills=25}.
 */
class SyncKillIT {

    private static final int KILLS = Integer.getInteger("rapport.kills", 6);
    private static final long LOOK_MILLIS = 2;
    /** By then a commit whose files are there has usually been recorded. */
    private static final long AFTER_FILE_MILLIS = 150;

    private static final long SEED = 20_261_121;
    private static final String STATE = "select count(*) as n, count(distinct line[1]) as ids,"
            + " sum(hash(line) % 1000003) as rows_hash from ("
            + "select ['m ' || id || ' ' || puser, cast(t as varchar)] as line from Message_v1 as t union all"
            + " select ['e ' || id || ' ' || puser, cast(t as varchar)] from CalendarView_v0 as t union all"
            + " select ['c ' || id || ' ' || puser, cast(t as varchar)] from Contact_v1 as t union all"
            + " select ['s ' || \"Id\" || ' ' || puser, \"SignalType\" || cast(\"StartTime\" as varchar)]"
            + " from OutlookContactActivity_v0)";

    @TempDir
    Path folder;

    /** Milliseconds of an undisturbed backfill. */
    private long usual;

    private final SimulatedTenant tenant = tenant();

    private static SimulatedTenant tenant() {
        // The processes that are killed live in the machine's time.
        Instant now = SystemTime.instants().instant();
        return SimulatedTenant.start(
                TenantPlan.of(7, 24, 3, now, InstantSource.fixed(now)).withThrottle(100_000));
    }

    @BeforeEach
    void read_it_undisturbed() throws Exception {
        connect("undisturbed");
        long begun = System.nanoTime();
        assertThat(start("undisturbed", "400").waitFor()).isZero();
        usual = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void a_backfill_that_is_killed_again_and_again_ends_like_an_undisturbed_one() throws Exception {
        String expected = state("undisturbed");
        Random random = new Random(SEED);
        int killed = 0;
        int committed = 0;
        int homes = 0;
        while (wantsMore(killed, committed)) {
            String home = "home-" + ++homes;
            connect(home);
            String before = "";
            boolean isOver = false;
            while (!isOver && wantsMore(killed, committed)) {
                int more = random.nextInt(4);
                long files = files(home) + more;
                Process process = start(home, "400");
                while (!isOver && files(home) < files) {
                    isOver = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                }
                isOver = isOver
                        || process.waitFor(
                                random.nextLong(more == 0 ? usual : AFTER_FILE_MILLIS), TimeUnit.MILLISECONDS);
                process.destroyForcibly().waitFor();
                killed += isOver ? 0 : 1;
                String state = state(home);
                List<String> counts =
                        List.of(state.lines().skip(1).findFirst().orElse("").split(","));
                assertThat(counts.get(0)).as("rows and keys").isEqualTo(counts.get(1));
                committed += state.equals(before) ? 0 : 1;
                before = state;
            }
            assertThat(start(home, "400").waitFor()).isZero();
            assertThat(state(home)).isEqualTo(expected);
        }
        assertThat(committed)
                .as("kills after which more had landed than before")
                .isGreaterThan(KILLS / 3);
    }

    /** Where a kill hits is left to chance: it goes on, within reason, until enough of them fell between two commits. */
    private static boolean wantsMore(int killed, int committed) {
        return killed < KILLS || (committed <= KILLS / 3 && killed < 4 * KILLS);
    }

    @Test
    void of_two_at_once_one_goes_on_and_nothing_is_there_twice() throws Exception {
        connect("both");
        assertThat(twoAtOnce("both", "sync", "outlook-mail-metadata", "--commit-rows", "400"))
                .contains(0)
                .isSubsetOf(0, 1);
        // Of one connection the one may go on, and of the next one the other.
        assertThat(twoAtOnce("both", "sync", "--commit-rows", "400")).isSubsetOf(0, 1);

        assertThat(start("both", "400").waitFor()).isZero();
        assertThat(state("both")).isEqualTo(state("undisturbed"));
    }

    @Test
    void the_list_of_processes_shows_no_secret() throws Exception {
        String secret = tenant.app(StandardApp.OUTLOOK_MAIL_METADATA).secrets().get(0);
        List<Process> processes = List.of(
                program("listed", ConnectWords.of(tenant, StandardApp.OUTLOOK_MAIL_METADATA, folder)),
                start("undisturbed", "400"));
        for (Process process : processes) {
            String shown = process.info().commandLine().orElse("");
            assertThat(shown).contains("rapport.jar").doesNotContain(secret);
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
    }

    /** Files that have come to their place; of a commit they are there a moment before it. */
    private long files(String home) throws IOException {
        long files = 0;
        for (String dataset : List.of("Message_v1", "CalendarView_v0", "Contact_v1")) {
            Path landed = folder.resolve(home).resolve("lake").resolve(dataset);
            if (Files.exists(landed)) {
                try (Stream<Path> found = Files.walk(landed)) {
                    files += found.filter(Files::isRegularFile).count();
                }
            }
        }
        return files;
    }

    private void connect(String home) throws IOException {
        for (StandardApp standard : List.of(StandardApp.OUTLOOK_MAIL_METADATA, StandardApp.OUTLOOK_CALENDAR)) {
            Typed typed = Typed.on(
                    folder.resolve(home),
                    ConnectWords.of(tenant, standard, folder).toArray(String[]::new));
            assertThat(typed.code()).as(typed.err()).isZero();
        }
    }

    private String state(String home) {
        Typed typed = Typed.on(folder.resolve(home), "query", STATE, "--format", "csv");
        assertThat(typed.code()).as(typed.err()).isZero();
        return typed.out();
    }

    /** Their exit codes. */
    private List<Integer> twoAtOnce(String home, String... words) throws Exception {
        Process first = program(home, List.of(words));
        Process second = program(home, List.of(words));
        return List.of(first.waitFor(), second.waitFor());
    }

    private Process start(String home, String commitRows) throws IOException {
        return program(home, List.of("sync", "--commit-rows", commitRows));
    }

    private Process program(String home, List<String> words) throws IOException {
        return Program.start(folder, folder.resolve(home), words);
    }
}
