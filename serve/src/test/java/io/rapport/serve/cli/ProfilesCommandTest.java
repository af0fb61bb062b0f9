package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.state.StateLocation;
import io.rapport.serve.home.Home;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.run.PinnedProfiles;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesCommandTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

    @TempDir
    Path home;

    @TempDir
    Path folder;

    private Path accounts = Path.of("");
    private Path contacts = Path.of("");

    @BeforeEach
    void write_two_files() {
        accounts = Exports.write(folder, "accounts.csv", "AccountId,Name", "a1,Fabrikam", "a2,Tailspin");
        contacts = Exports.write(
                folder,
                "contacts.csv",
                "ContactId,AccountId,EmailAddress,Phone",
                "c1,a1,Ana@fabrikam.com,0151-SECRET",
                "c2,a9,bo@tailspin.com,0152-SECRET");
    }

    @Test
    void imports_with_a_guessed_mapping_and_says_how() {
        Typed typed = bring("Customers");

        assertThat(typed.err()).isEmpty();
        assertThat(typed.code()).isZero();
        assertThat(typed.out())
                .startsWith("Customers, version 1: 1 of 2 contacts match one of 2 accounts (50 %)\n")
                .contains("  email address: column EmailAddress, guessed: 100 % of its values are addresses\n")
                .contains(
                        "  account id of the contact: column AccountId, guessed: 50 % of its values are ids of accounts\n")
                .contains("contacts.csv: 1 row of an account that the file of accounts does not have: of no use"
                        + " (line 3)")
                .doesNotContain("@");
    }

    @Test
    void lists_sets_with_their_latest_version() {
        assertThat(Typed.on(home, "profiles").err()).contains("There are no customer profiles.");
        bring("Customers");
        bring("Customers");
        bring("Partners");

        assertThat(Typed.on(home, "profiles").out().lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("Customers        2         2         2        1"));
        assertThat(Typed.on(home, "profiles", "--json").out())
                .contains("\"name\":\"Customers\",\"addedByHand\":0,\"versions\":[{\"version\":2,")
                .contains("\"CONTACT_OF_UNKNOWN_ACCOUNT\":{")
                .doesNotContain("@");
    }

    @Test
    void keeps_the_mapped_columns_and_no_other() throws IOException {
        bring("Customers");

        try (var files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(Files.readAllBytes(file)).asString().doesNotContain("0151-SECRET"));
        }
        assertThat(home.resolve("profiles")).isDirectoryRecursivelyContaining("glob:**/contacts.ndjson.gz");
        assertThat(home.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void what_cannot_be_guessed_is_asked_for_and_nothing_is_kept() {
        Exports.write(folder, "contacts.csv", "A,B", "x,y");

        Typed typed = bring("Customers");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .contains("is the email address can't be guessed. Pass --email with one of: A, B.")
                .contains("is the account id of the contact can't be guessed. Pass --account with one of: A, B.");
        assertThat(home.resolve("profiles")).doesNotExist();
    }

    @Test
    void many_broken_rows_are_refused_unless_somebody_wants_them_left_out() {
        Exports.write(folder, "contacts.csv", "ContactId,AccountId,EmailAddress", "c1,a1,ana@fabrikam.com", "c2,a1");

        Typed refused = bring("Customers");

        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err())
                .contains("1 row with another number of fields than the header: left out (line 3)")
                .contains("nothing was kept")
                .contains("--leave-out-broken");
        assertThat(Typed.on(home, "profiles").err()).contains("There are no customer profiles.");
        assertThat(Typed.on(
                                home,
                                "profiles",
                                "import",
                                "Customers",
                                "--accounts",
                                accounts.toString(),
                                "--contacts",
                                contacts.toString(),
                                "--leave-out-broken")
                        .out())
                .startsWith("Customers, version 1: 1 of 2 contacts");
    }

    @Test
    void names_are_checked_and_the_nearest_one_is_proposed() {
        bring("Customers");

        assertThat(bring("customers").err()).contains("There are customer profiles \"Customers\" already");
        assertThat(bring("../up").code()).isEqualTo(2);
        assertThat(Typed.on(home, "profiles", "remove", "Customer").err()).contains("Did you mean \"Customers\"?");
        assertThat(Typed.on(home, "profiles", "remove", "Customers").out())
                .startsWith("Customers is removed: 1 version, 0 contacts added by hand");
        assertThat(home.resolve("profiles")).isEmptyDirectory();
    }

    @Test
    void a_run_uses_the_latest_version_and_what_was_added_by_hand_and_records_it() {
        Path mail = Exports.write(folder, "mail.json", Exports.message("m1", "2026-10-01T08:00:00Z"));
        Typed.on(home, "import", "Message_v1", mail.toString());
        Exports.write(folder, "contacts.csv", "AccountId,EmailAddress", "a1,somebody@fabrikam.com");
        bring("Customers");
        Path spec = Exports.write(
                folder,
                "engagement.yaml",
                "selection: [mira@contoso.com, sam@contoso.com]",
                "profiles: Customers",
                "asOf: 2026-11-15");

        assertThat(Typed.on(home, "enrich", spec.toString()).out()).contains("0 of 2 accounts enriched");
        ServeState state = ServeState.open(StateLocation.file(home.resolve("rapport.db")));
        Profiles profiles = new Profiles(new Home(home), state, NOON);
        profiles.added().add(profiles.require("Customers"), " Ana@Fabrikam.com ", "a1", "Fabrikam", "Mira");
        bring("Customers");

        assertThat(Typed.at(Typed.NOON.plusSeconds(1), home, "enrich", spec.toString())
                        .out())
                .contains("1 of 2 accounts enriched");
        assertThat(new RunLog(state, NOON).list())
                .extracting(run -> run.request().profiles())
                .containsExactly(new PinnedProfiles("Customers", 2, 1), new PinnedProfiles("Customers", 1, 0));
        assertThat(profiles.added().list(profiles.require("Customers")))
                .singleElement()
                .satisfies(contact -> {
                    assertThat(contact.address()).isEqualTo("ana@fabrikam.com");
                    assertThat(contact.by()).isEqualTo("Mira");
                });
    }

    @Test
    void a_spec_that_names_unknown_profiles_is_refused_with_its_place() {
        bring("Customers");
        Path spec = Exports.write(
                folder, "engagement.yaml", "selection: [mira@contoso.com, sam@contoso.com]", "profiles: Custmers");

        Typed typed = Typed.on(home, "enrich", spec.toString());

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err()).contains("engagement.yaml:2:11: profiles is \"Custmers\"", "did you mean Customers?");
    }

    private Typed bring(String name) {
        return Typed.on(
                home, "profiles", "import", name, "--accounts", accounts.toString(), "--contacts", contacts.toString());
    }
}
