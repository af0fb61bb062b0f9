package io.rapport.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;
import io.rapport.core.landing.Checkpoint;
import io.rapport.lake.LakeError;
import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;
import io.rapport.lake.state.Wire;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said, and what is left, where the server or its doors are shut. */
class LostServerIT {

    private static final String USER = "secret_ann";
    private static final String PASSWORD = "secret-word";

    @TempDir
    Path home;

    @BeforeAll
    static void create_a_user_without_rights() {
        PostgresServer.execute("public", "create user " + USER + " password '" + PASSWORD + "'");
    }

    @Test
    void no_server() {
        assertRefused(LakeError.STATE_UNREACHABLE, "jdbc:postgresql://127.0.0.1:1/rapport", PASSWORD)
                .contains("rapport on 127.0.0.1:1 can't be reached");
    }

    @Test
    void no_host() {
        assertRefused(LakeError.STATE_UNREACHABLE, "jdbc:postgresql://nowhere.invalid/rapport", PASSWORD)
                .contains("rapport on nowhere.invalid");
    }

    @Test
    void a_wrong_password_and_none() {
        String url = PostgresServer.server() + "/postgres";
        assertRefused(LakeError.STATE_LOGIN_REFUSED, url, "secret-other").contains("postgres on 127.0.0.1:");
        assertRefused(LakeError.STATE_LOGIN_REFUSED, url, "").contains("RAPPORT_STATE_PASSWORD");
    }

    @Test
    void an_unknown_database() {
        assertRefused(LakeError.STATE_MISSING, PostgresServer.server() + "/nothing", PASSWORD)
                .contains("nothing on 127.0.0.1:");
    }

    @Test
    void a_user_who_may_not_create_tables() {
        assertRefused(LakeError.STATE_FORBIDDEN, PostgresServer.server() + "/postgres", PASSWORD)
                .contains("postgres on 127.0.0.1:", "grant create");
        assertThat(home.resolve("home.id")).doesNotExist();
    }

    @Test
    void a_user_who_may_not_write() {
        TestLake.open(home, PostgresServer.of(home)).close();
        String schema = PostgresServer.schema(home);
        PostgresServer.execute(
                schema,
                "grant usage on schema " + schema + " to " + USER + "; grant select on all tables in schema " + schema
                        + " to " + USER);
        StateLocation location = StateLocation.url(
                PostgresServer.server() + "/postgres?user=" + USER + "&currentSchema=" + schema, PASSWORD);

        assertThat(Refusal.of(LakeError.STATE_FORBIDDEN, () -> {
                    try (TestLake lake = TestLake.open(home, location)) {
                        lake.land(Rows.message("a", "u", "2025-01-01T00:00:00Z", "x"));
                    }
                }))
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource(
            value = CommitStep.class,
            names = {"STAGED", "MOVED", "RECORDED"})
    void a_server_that_goes_away_within_a_commit_leaves_nothing_and_the_next_try_lands(CommitStep fatal) {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        Checkpoint checkpoint = new Checkpoint("graph", "u", "link 2");
        try (Wire wire = new Wire(PostgresServer.port());
                TestLake lake = new TestLake(home, through(wire), new TestLake.Clock(), TestLake.SMALL, step -> {
                    if (step == fatal && isFirst.getAndSet(false)) {
                        wire.cut();
                    }
                })) {
            String message = Refusal.of(
                    LakeError.STATE_UNREACHABLE,
                    () -> lake.land(List.of(checkpoint), Rows.message("a", "u", "2025-01-01T00:00:00Z", "x")));
            assertThat(message)
                    .contains("postgres on 127.0.0.1:" + wire.port(), "whole or not at all")
                    .doesNotContain("secret");
            wire.mend();

            assertThat(lake.manifest.snapshot().files()).isEmpty();
            assertThat(lake.landing.findCheckpoint("graph", "u")).isEmpty();
            assertThat(lake.land(
                                    List.of(checkpoint),
                                    Rows.message("a", "u", "2025-01-01T00:00:00Z", "x"),
                                    Rows.message("b", "u", "2025-01-01T00:00:00Z", "x"))
                            .added())
                    .isEqualTo(2);
            assertThat(lake.rows(Datasets.MESSAGE, "id")).containsExactly("a", "b");
        }
    }

    /** A schema that the user owns, by a wire; what can't be reached is given up after a second. */
    private StateLocation through(Wire wire) {
        String schema = PostgresServer.schema(home);
        PostgresServer.execute("public", "grant all on schema " + schema + " to " + USER);
        return StateLocation.url(
                "jdbc:postgresql://127.0.0.1:" + wire.port() + "/postgres?connectTimeout=1&user=" + USER
                        + "&currentSchema=" + schema,
                PASSWORD);
    }

    private org.assertj.core.api.AbstractStringAssert<?> assertRefused(LakeError code, String url, String password) {
        ErrorCode expected = code;
        assertThat(expected.kind()).isEqualTo(Kind.EXTERNAL);
        return assertThat(Refusal.of(
                        code, () -> TestLake.open(home, StateLocation.url(url + "?user=" + USER, password))))
                .doesNotContain("secret");
    }
}
