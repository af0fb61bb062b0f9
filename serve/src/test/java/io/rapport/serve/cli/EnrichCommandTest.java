package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.state.StateLocation;
import io.rapport.serve.run.Run;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.run.RunState;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnrichCommandTest {

    @TempDir
    static Path home;

    @TempDir
    static Path folder;

    private static Path spec = Path.of("");

    @BeforeAll
    static void land_two_messages_and_write_a_spec() {
        Path mail = Exports.write(
                folder,
                "mail.json",
                Exports.message("m1", "2026-10-01T08:00:00Z"),
                Exports.message("m2", "2026-11-01T08:00:00Z"));
        assertThat(Typed.on(home, "import", "Message_v1", mail.toString()).code())
                .isZero();
        Exports.write(folder, "accounts.csv", "AccountId,Name", "a1,Fabrikam", "a2,Contoso Customers");
        Exports.write(folder, "contacts.csv", "ContactId,AccountId,EmailAddress", "c1,a1,Ana@fabrikam.com");
        spec = Exports.write(
                folder,
                "engagement.yaml",
                "name: Account engagement",
                "output: Office",
                "selection: [mira@contoso.com, sam@contoso.com]",
                "contacts: {file: contacts.csv, email: EmailAddress, account: AccountId, id: ContactId}",
                "accounts: {file: accounts.csv, id: AccountId, name: Name}");
    }

    @Test
    void counts_records_copies_out_and_can_be_queried() throws IOException {
        Path out = folder.resolve("tables");

        Typed typed = Typed.on(home, "enrich", spec.toString(), "--as-of", "2026-11-15", "--out", out.toString());

        assertThat(typed.err()).isEmpty();
        assertThat(typed.code()).isZero();
        assertThat(typed.out())
                .startsWith("Office, as of 2026-11-15 in UTC: 1 of 2 accounts enriched (50 %)\n")
                .contains("  emails    2, joined from 2 copies; 2 count for an account\n")
                .contains("copied to " + out.resolve("Office.csv"));
        assertThat(Files.readAllLines(out.resolve("Office.csv")))
                .first()
                .asString()
                .startsWith("PrimaryKey,CustomerId,EngagementScore,NoOfEmails_ToAccount,");
        assertThat(Files.readAllLines(out.resolve("Office.csv")))
                .anyMatch(line -> line.startsWith("a1|year,a1,63.6,2,0,"))
                .anyMatch(line -> line.startsWith("a2|year,a2,0.0,0,0,"));
        assertThat(out).isDirectoryContaining("glob:**/Office_UserTable.csv");
        assertThat(Typed.on(home, "query", "select CustomerId from Office where EngagementScore > 0", "--format", "csv")
                        .out())
                .startsWith("CustomerId\na1\n");
        assertThat(runs()).anySatisfy(run -> {
            assertThat(run.state()).isEqualTo(RunState.SUCCESSFUL);
            assertThat(run.request().consent()).isEqualTo("given on the command line by the person at the keyboard");
            assertThat(run.request().weights()).contains("\"Recency\":10");
        });
    }

    @Test
    void a_domain_that_people_call_public_is_nobodys() throws IOException {
        Path wide = Exports.write(
                folder, "wide.yaml", Files.readString(spec), "options: {matchDomains: true}", "asOf: 2026-11-15");
        Path mail = Exports.write(
                folder,
                "stranger.json",
                Exports.message("m3", "2026-10-02T08:00:00Z").replace("ana@", "stranger@"));
        Path other = folder.resolve("other-home");
        Typed.on(other, "import", "Message_v1", mail.toString());

        assertThat(Typed.on(other, "enrich", wide.toString()).out()).contains("1 count for an account");
        Files.writeString(other.resolve("public-mail-domains.txt"), "# ours\nFabrikam.com\n");
        assertThat(Typed.on(other, "enrich", wide.toString()).out()).contains("0 count for an account");
    }

    @Test
    void without_a_date_today_counts() {
        assertThat(Typed.on(home, "enrich", spec.toString(), "--json").out())
                .contains("\"output\":\"Office\",\"asOf\":\"2026-11-20\"")
                .contains("\"enriched\":1,");
    }

    @Test
    void a_run_that_cannot_be_done_is_recorded_with_its_reason() throws IOException {
        Path lonely = Exports.write(
                folder,
                "lonely.yaml",
                Files.readString(spec).replace("[mira@contoso.com, sam@contoso.com]", "[mira@contoso.com]"));

        Typed typed = Typed.on(home, "enrich", lonely.toString());

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err()).startsWith("rapport: ").doesNotContain("mira").doesNotContain("\tat ");
        assertThat(runs()).anySatisfy(run -> {
            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.errorCode()).isEqualTo("SELECTION_SIZE");
        });
        assertThat(home.resolve("tmp"))
                .satisfies(tmp -> assertThat(tmp.toFile().list()).noneMatch(name -> name.startsWith("run-")));
    }

    @Test
    void a_spec_with_mistakes_is_bad_data_and_no_run() {
        Path wrong = Exports.write(folder, "wrong.yaml", "nmae: x", "output: 1");
        int before = runs().size();

        Typed typed = Typed.on(home, "enrich", wrong.toString());

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err()).contains("wrong.yaml");
        assertThat(runs()).hasSize(before);
    }

    @Test
    void a_missing_spec_is_bad_data() {
        assertThat(Typed.on(home, "enrich", folder.resolve("none.yaml").toString())
                        .code())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"--as-of, tomorrow", "--format, csv"})
    void a_wrong_option_is_wrong_use(String option, String value) {
        Typed typed = Typed.on(home, "enrich", spec.toString(), option, value);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains(option);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yarn", "local[0]", "local[two]", "spark://head", "http://head:7077"})
    void a_spark_master_of_another_form_is_wrong_use(String master) {
        Typed typed = Typed.on(home, "enrich", spec.toString(), "--engine", "spark", "--spark-master", master);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).startsWith("rapport: --spark-master is \"" + master + "\"; it is local[2]");
    }

    @Test
    void an_engine_that_is_not_built_says_how_it_is() {
        int before = runs().size();

        Typed typed = Typed.withoutSpark(home, "enrich", spec.toString(), "--engine", "spark");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .startsWith("rapport: Spark is not part of this installation")
                .contains("./mvnw package -pl model-spark -am");
        assertThat(runs()).hasSize(before);
    }

    private static List<Run> runs() {
        return new RunLog(ServeState.open(StateLocation.file(home.resolve("rapport.db"))), () -> Typed.NOON).list();
    }
}
