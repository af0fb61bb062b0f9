package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.model.input.CustomerFiles;
import io.rapport.model.input.CustomerMapping;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.profile.Profiles;
import io.rapport.simulator.export.ProfileFiles;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wizard without a browser: what every field refuses, and what becomes of files that are sent from it. */
class WizardTest {

    private static final int ADMINISTRATOR = 0;
    private static final int CONTRIBUTOR = 1;
    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;
    private static final String GROUP =
            ProfileFiles.listed(HOME.company).party().address();
    private static final String SET = "Wizard customers";
    private static final String ACCOUNTS = "Id,Name\na1,Fabrikam\na2,Tailspin\n";
    private static final String CONTACTS =
            "Contact,Account,Mail,Second\nc1,a1,ana@fabrikam.com,x@y.com\nc2,a2,bo@tailspin.com,nothing\n";
    private static final Pattern DRAFT = Pattern.compile("/enrich/([^/]+)/overview");

    private final Browser administrator = signedIn();
    private String draft = "";

    @BeforeAll
    static void bring_customers() {
        Profiles profiles = SERVER.server.part(Profiles.class);
        if (profiles.find(SET).isEmpty()) {
            CustomerFiles files = CustomerFiles.at(
                    HOME.folder.resolve("profiles/accounts.csv"), HOME.folder.resolve("profiles/contacts.csv"));
            profiles.add(
                    SET,
                    files,
                    profiles.guess(files, CustomerMapping.NONE).mapping(),
                    Profiles.BrokenRows.REFUSE_MANY,
                    "a test");
        }
    }

    @BeforeEach
    void begin() throws Exception {
        administrator.get("/");
        Matcher begun = DRAFT.matcher(location(administrator.post("/enrich", Map.of())));
        assertThat(begun.find()).isTrue();
        draft = begun.group(1);
    }

    @Test
    void it_is_for_administrators_and_each_draft_is_of_one_person() throws Exception {
        Browser contributor = SERVER.signedIn(CONTRIBUTOR);
        contributor.get("/");
        assertThat(contributor.post("/enrich", Map.of()).statusCode()).isEqualTo(403);
        assertThat(contributor.get("/enrich/" + draft + "/name").statusCode()).isEqualTo(403);
        assertThat(administrator.get("/enrich/another/name").statusCode()).isEqualTo(404);
        assertThat(administrator.get("/enrich/" + draft + "/nothing").statusCode())
                .isEqualTo(404);
        assertThat(administrator.post("/enrich", Map.of("edit", "NoSuchTable")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void one_address_is_too_few_and_2501_are_too_many() throws Exception {
        assertThat(next("addresses", Map.of("selection", ""))).contains("These are 0 people");
        assertThat(next("addresses", Map.of("selection", "one@elsewhere.example")))
                .contains("These are 1 person, groups resolved; at least 2 and at most 2,500 are needed.");
        assertThat(next("addresses", Map.of("selection", addresses(2_501))))
                .contains("These are 2,501 people, groups resolved; at least 2 and at most 2,500 are needed.");
        assertThat(next("addresses", Map.of("selection", addresses(5_001))))
                .contains("There are 5,001 lines; more than");
        assertThat(next("addresses", Map.of("selection", addresses(2_500)))).contains("Do you agree to ask for this?");
    }

    @Test
    void every_line_gets_its_verdict_and_a_group_that_nobody_knows_counts_as_a_mailbox_and_says_so() throws Exception {
        String selection =
                GROUP + "\n" + GROUP + "; no address\nno-such-team@lanternfield.example, Mira <mira@x.example>";

        String wrong = next("addresses", Map.of("selection", selection));

        assertThat(wrong)
                .contains("1 line is no address. Correct or delete what is marked below.")
                .contains("It stands above already.")
                .contains("members of members too")
                .contains("in no directory")
                .contains("It counts as a shared mailbox of its own. A typing error looks the same.")
                .contains("mira@x.example")
                .doesNotContain("Mira &lt;");
    }

    @Test
    void without_agreement_and_without_a_set_it_does_not_go_on() throws Exception {
        assertThat(next("consent", Map.of())).contains("without it nothing is asked for");
        assertThat(next("contacts", Map.of())).contains("Choose a contact data set.");
        assertThat(next("contacts", Map.of("profiles", "Gone")))
                .contains("That contact data set is not there any more.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name                        | ''                  | A name has 1 to 100 characters.
                    name                        | board@contoso.com   | Everybody reads the name: no addresses in it.
                    output                      | ''                  | A table's name is a letter first
                    output                      | 2 bad               | A table's name is a letter first
                    output                      | Bad-name            | A table's name is a letter first
                    output                      | OFFICE              | A run on the command line has written a table of that name.
                    times                       | ''                  | One to 4 times of the day
                    times                       | 25:00               | One to 4 times of the day
                    times                       | 1:00 2:00 3:00 4:00 5:00 | One to 4 times of the day
                    zone                        | Europe/Nowhere      | A time zone is a name such as Europe/London.
                    weight.NoOfEmails_ToAccount | 101                 | A weight is a whole number from 0 to 100.
                    weight.NoOfEmails_ToAccount | -1                  | A weight is a whole number from 0 to 100.
                    weight.NoOfEmails_ToAccount | ten                 | A weight is a whole number from 0 to 100.
                    option.ignoreBulkOver       | 0                   | A whole number of recipients, 1 or more
                    option.ignoreBulkOver       | many                | A whole number of recipients, 1 or more
                    option.excludeGroup         | the board           | A group's mail address, such as board@contoso.com
                    """)
    void what_a_field_refuses_is_said_beside_it_and_kept_as_it_was_typed(String field, String value, String said)
            throws Exception {
        Map<String, String> fields = named("Well named", "WellNamed");
        fields.put(field, value);

        String page = next("name", fields);

        assertThat(page).contains(said).contains(field.equals("zone") ? "<h1>" : "value=\"" + value + "\"");
    }

    @Test
    void names_are_given_once_whatever_their_case() throws Exception {
        SERVER.server
                .part(Enrichments.class)
                .add(new SpecFields(named("Taken before", "TakenBefore")), java.util.List.of(), "Mira");

        assertThat(next("name", named("TAKEN BEFORE", "Another"))).contains("Another enrichment has that name.");
        assertThat(next("name", named("Another", "takenbefore")))
                .contains("Another enrichment writes the table TakenBefore.");
    }

    @Test
    void files_that_are_sent_from_it_lead_back_to_their_mapping_which_can_be_changed_and_is_kept() throws Exception {
        assertThat(administrator.get("/enrich/" + draft + "/contacts").body()).contains("/profiles/new?draft=" + draft);
        HttpResponse<String> sent = send("Sent along", ACCOUNTS, CONTACTS);
        assertThat(location(sent)).isEqualTo("/enrich/" + draft + "/mapping");

        String guessed = administrator.get("/enrich/" + draft + "/mapping").body();
        assertThat(guessed)
                .contains("<option value=\"Mail\" selected>")
                .contains("2 of 2 contacts match one of 2 accounts (100 %)")
                .contains("ana@fabrikam.com")
                .contains("keeps the files as new profiles, Sent along");
        assertThat(administrator.get("/enrich/" + draft + "/contacts").body())
                .contains("two files that were just sent");
        assertThat(administrator.get("/enrich/" + draft + "/review").body())
                .contains("The files that were sent are not kept yet.");

        Map<String, String> other = mapping("Second");
        other.put("go", "check");
        post("mapping", other);
        assertThat(administrator.get("/enrich/" + draft + "/mapping").body())
                .contains("<option value=\"Second\" selected>")
                .contains("1 of 2 contacts match one of 2 accounts (50 %)");
        assertThat(profiles().find("Sent along")).isEmpty();

        assertThat(next("mapping", mapping("Second"))).contains("What is it called");
        assertThat(profiles().require("Sent along").latest().verdict().matched())
                .isEqualTo(1);
        assertThat(next("mapping", mapping("Second"))).contains("What is it called");
        assertThat(profiles().require("Sent along").versions()).hasSize(1);
        assertThat(next("mapping", mapping("Mail"))).contains("What is it called");
        assertThat(profiles().require("Sent along").latest().verdict().matched())
                .isEqualTo(2);
        assertThat(administrator.get("/enrich/" + draft + "/review").body())
                .contains("Sent along, 2 customers and 2 contacts; 100 % match")
                .doesNotContain("not kept yet");
    }

    @Test
    void a_mapping_that_lacks_a_column_does_not_go_on() throws Exception {
        send("Lacking", ACCOUNTS, CONTACTS);
        Map<String, String> lacking = mapping("Mail");
        lacking.put(SpecFields.MAPPED + "account", "");

        assertThat(next("mapping", lacking)).contains("Choose a column for: account id of the contact.");
        assertThat(profiles().find("Lacking")).isEmpty();

        send("No text", ACCOUNTS, "Mail\u0000,Account\na@b.com\u0000,a1\n");
        assertThat(administrator.get("/enrich/" + draft + "/mapping").body()).contains("role=\"alert\"");
    }

    @Test
    void ten_percent_of_broken_lines_are_counted_and_left_out() throws Exception {
        StringBuilder contacts = new StringBuilder("Contact;Account;Mail\n");
        for (int i = 0; i < 100; i++) {
            contacts.append(i % 10 == 9 ? "broken;" + i : "c" + i + ";a1;person" + i + "@fabrikam.com")
                    .append('\n');
        }
        send("Broken", ACCOUNTS, contacts.toString());

        assertThat(administrator.get("/enrich/" + draft + "/mapping").body())
                .contains("90 of 100 contacts match one of 2 accounts (90 %)")
                .contains("10 rows with another number of fields than the header: left out (lines 11, 21, 31,")
                .contains("without the broken rows");
        assertThat(next("mapping", Map.of())).contains("What is it called");
        assertThat(profiles().require("Broken").latest().verdict().broken()).isEqualTo(10);
    }

    @Test
    void another_set_leaves_the_sent_files_alone_and_a_discarded_draft_deletes_them() throws Exception {
        send("Left alone", ACCOUNTS, CONTACTS);
        assertThat(next("contacts", Map.of("profiles", SET))).contains("Contacts that match");
        assertThat(administrator.get("/enrich/" + draft + "/mapping").body())
                .contains("/profiles/new?name=" + SET + "&amp;draft=" + draft)
                .doesNotContain("Look again");

        post("discard", Map.of());
        assertThat(profiles().find("Left alone")).isEmpty();
        try (var uploads = java.nio.file.Files.list(HOME.folder.resolve("profiles/_uploads"))) {
            assertThat(uploads.map(upload -> upload.resolve("name.txt")))
                    .allSatisfy(name -> assertThat(name).content().isNotEqualTo("Left alone"));
        }
    }

    private HttpResponse<String> send(String name, String accounts, String contacts) throws Exception {
        administrator.get("/profiles/new?draft=" + draft);
        return administrator.send(
                "/profiles/upload",
                Map.of("name", name, "draft", draft),
                Map.of("accounts", accounts, "contacts", contacts));
    }

    /** The page where it goes on, or the same one with what is wrong. */
    private String next(String step, Map<String, String> fields) throws Exception {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("go", "next");
        return administrator.follow(post(step, all)).body();
    }

    private HttpResponse<String> post(String step, Map<String, String> fields) throws Exception {
        return administrator.post("/enrich/" + draft + "/" + step, fields);
    }

    private static Map<String, String> named(String name, String output) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("output", output);
        fields.put("day", "daily");
        fields.put("times", "06:00");
        fields.put("zone", "Europe/London");
        return fields;
    }

    private static Map<String, String> mapping(String email) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map.of("id", "Id", "name", "Name", "email", email, "account", "Account", "contact-id", "Contact")
                .forEach((key, column) -> fields.put(SpecFields.MAPPED + key, column));
        return fields;
    }

    private static String addresses(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> "person" + i + "@elsewhere.example")
                .collect(Collectors.joining("\n"));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static Profiles profiles() {
        return SERVER.server.part(Profiles.class);
    }

    private static Browser signedIn() {
        try {
            return SERVER.signedIn(ADMINISTRATOR);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
