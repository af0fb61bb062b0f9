package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.privacy.SuppressionList;
import io.rapport.model.run.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRunCommandTest {

    @TempDir
    static Path source;

    @TempDir
    static Path folder;

    @TempDir
    Path home;

    @TempDir
    Path own;

    private static Path delivered = Path.of("");

    @BeforeAll
    static void let_a_run_take_place_elsewhere() throws IOException {
        Path mail = Exports.write(folder, "mail.json", Exports.message("m1", "2026-11-01T08:00:00Z"));
        assertThat(Typed.on(source, "import", "Message_v1", mail.toString()).code())
                .isZero();
        Exports.write(folder, "accounts.csv", "AccountId,Name", "a1,Fabrikam", "a2,Contoso Customers");
        Exports.write(folder, "contacts.csv", "ContactId,AccountId,EmailAddress", "c1,a1,Ana@fabrikam.com");
        Path spec = Exports.write(
                folder,
                "engagement.yaml",
                "name: Account engagement",
                "output: Office",
                "selection: [mira@contoso.com, sam@contoso.com]",
                "contacts: {file: contacts.csv, email: EmailAddress, account: AccountId, id: ContactId}",
                "accounts: {file: accounts.csv, id: AccountId, name: Name}");
        Typed ran = Typed.on(source, "enrich", spec.toString(), "--as-of", "2026-11-15");
        assertThat(ran.code()).as(ran.err()).isZero();
        delivered = write("delivered", "Account engagement");
    }

    private static Path write(String name, String enrichment) throws IOException {
        return ClusterFolder.write(
                source,
                folder.resolve(name),
                enrichment,
                "{\"row_number\":1,\"account_id\":\"a1\",\"account_name\":\"Fabrikam\"}",
                "{\"row_number\":2,\"account_id\":\"a2\",\"account_name\":\"Contoso Customers\"}");
    }

    @Test
    void a_run_of_a_cluster_is_served_as_any_other_and_comes_once() {
        Typed typed = Typed.on(home, "import-run", delivered.toString());

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.out()).startsWith("Office, as of 2026-11-15 in UTC: 42 rows\n");
        assertThat(Typed.on(home, "customers").out()).contains("Fabrikam").contains("63.6");
        assertThat(Typed.on(home, "query", "select CustomerId from Office where EngagementScore > 0", "--format", "csv")
                        .out())
                .startsWith("CustomerId\na1\n");
        assertThat(Typed.on(home, "runs", "--json").out()).contains("\"engine\":\"spark\"");
        Typed again = Typed.on(home, "import-run", delivered.toString());
        assertThat(again.code()).isEqualTo(3);
        assertThat(again.err()).contains("This run is here already");
    }

    @Test
    void says_all_that_is_wrong_with_a_folder_and_changes_nothing() throws IOException {
        Path broken = write("broken", "Account engagement");
        Files.delete(broken.resolve(RunManifest.COMPLETE));
        Files.delete(broken.resolve("Office_Score.parquet"));
        Files.writeString(broken.resolve("Office.parquet"), "PAR1 and then something else");

        Typed typed = Typed.on(home, "import-run", broken.toString());

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err())
                .contains("there is no _SUCCESS")
                .contains("Office_Score.parquet is missing")
                .contains("Office.parquet is not the file that the run wrote");
        assertThat(home.resolve("output"))
                .satisfiesAnyOf(
                        output -> assertThat(output).doesNotExist(),
                        output -> assertThat(output).isEmptyDirectory());
    }

    @Test
    void refuses_a_folder_without_a_run_and_a_manifest_that_leads_elsewhere() throws IOException {
        Typed empty = Typed.on(home, "import-run", own.toString());
        assertThat(empty.code()).isEqualTo(3);
        assertThat(empty.err()).contains("manifest.json can't be read");
        Path evil = write("evil", "Account engagement");
        Path manifest = evil.resolve(RunManifest.NAME);
        Files.writeString(manifest, Files.readString(manifest).replace("pages/relations", "../pages/relations"));

        Typed typed = Typed.on(home, "import-run", evil.toString());

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err())
                .contains("doesn't name pages/relations.parquet")
                .contains("names files that no run has");
    }

    @Test
    void refuses_a_run_of_another_enrichment() throws IOException {
        assertThat(Typed.on(home, "import-run", delivered.toString()).code()).isZero();
        Path other = write("other", "Another one");

        Typed typed = Typed.on(home, "import-run", other.toString());

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err()).contains("The table Office belongs to the enrichment \"Account engagement\" here");
    }

    @Test
    void refuses_a_run_that_names_an_erased_person_and_writes_who_was_erased_for_the_next() throws IOException {
        Path mail = Exports.write(own, "mail.json", Exports.message("m1", "2026-10-01T08:00:00Z"));
        assertThat(Typed.on(home, "import", "Message_v1", mail.toString()).code())
                .isZero();
        assertThat(Typed.on(home, "erase", "sam@contoso.com", "--yes").code()).isZero();

        Typed typed = Typed.on(home, "import-run", delivered.toString());

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err()).contains("names 1 person who was erased").doesNotContain("sam@");
        Path list = own.resolve("erased.txt");
        Typed written = Typed.on(home, "suppressions", list.toString());
        assertThat(written.code()).as(written.err()).isZero();
        assertThat(written.out()).contains(": 1 hash. Delete it after the run.");
        assertThat(SuppressionList.of(Files.readAllLines(list)).suppression().holdsAddress("sam@contoso.com"))
                .isTrue();
        assertThat(list).content().doesNotContain("sam");
        assertThat(Typed.on(home, "suppressions", list.toString()).code()).isEqualTo(2);
    }
}
