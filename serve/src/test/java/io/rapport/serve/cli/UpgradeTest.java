package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.manifest.LakeState;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Homes of earlier versions are brought forward, and then do what homes do. */
class UpgradeTest {

    @TempDir
    Path folder;

    static List<KeptHome> homes() throws IOException {
        return KeptHome.all();
    }

    void open(KeptHome kept, Path home) throws IOException, SQLException {
        kept.open(home);
    }

    List<String> words(Path home) {
        return List.of();
    }

    StateLocation location(Path home) {
        return StateLocation.file(home.resolve("rapport.db"));
    }

    @Test
    void there_are_homes_to_look_at() throws IOException {
        assertThat(homes()).isNotEmpty().allSatisfy(kept -> {
            assertThat(kept.lake()).isLessThanOrEqualTo(LakeState.schema().newest());
            assertThat(kept.serve()).isLessThanOrEqualTo(ServeState.schema().newest());
        });
    }

    @ParameterizedTest
    @MethodSource("homes")
    void a_home_of_an_earlier_version_is_migrated_and_goes_on(KeptHome kept) throws Exception {
        Path home = folder.resolve("home");
        open(kept, home);

        assertThat(type(home, "query", "select id from Message_v1 order by id", "--format", "csv"))
                .isEqualTo("id\nm1\nm2\n");
        assertThat(type(
                        home,
                        "query",
                        "select CustomerId from Office where EngagementScore > 0 and AggregationLevel =" + " 'year'",
                        "--format",
                        "csv"))
                .isEqualTo("CustomerId\na1\n");
        assertThat(type(home, "profiles")).contains("Customers");
        assertThat(type(home, "access-log", "verify")).contains("is sound: 1 line");
        Path mail = Exports.write(folder, "more.json", Exports.message("m3", "2026-11-12T08:00:00Z"));
        assertThat(type(home, "import", "Message_v1", mail.toString())).contains("1 added");
        Path spec = Exports.write(
                folder,
                "engagement.yaml",
                "name: Account engagement",
                "output: Office",
                "selection: [mira@contoso.com, sam@contoso.com]",
                "profiles: Customers");
        assertThat(type(home, "enrich", spec.toString(), "--as-of", "2026-11-16"))
                .contains("3 count for an account");
        assertThat(version(home, "lake")).isEqualTo(LakeState.schema().newest());
        assertThat(version(home, "serve")).isEqualTo(ServeState.schema().newest());
    }

    private int version(Path home, String room) {
        try (ServeState state = ServeState.open(location(home))) {
            return state.run(db -> db.sql("select max(cast(version as integer)) from flyway_schema_history_" + room)
                    .query(Integer.class)
                    .single());
        }
    }

    private String type(Path home, String... words) {
        return BackedUpHome.type(
                        home,
                        Stream.concat(Stream.of(words), words(home).stream()).toArray(String[]::new))
                .out();
    }
}
