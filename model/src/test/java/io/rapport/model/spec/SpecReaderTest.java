package io.rapport.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecReaderTest {

    /** What every spec needs, on three lines. */
    private static final String LEAST = """
            selection: [mira@contoso.com]
            contacts: {file: contacts.csv, email: EmailAddress, account: AccountId}
            accounts: {file: accounts.csv, id: AccountId}
            """;

    @TempDir
    Path folder;

    @Test
    void reads_everything_that_a_spec_can_say() throws IOException {
        Spec spec = read("""
                name: Engagement of key accounts
                output: Key_Accounts2
                selection: [US-Sales@contoso.com, "smtp:mira@contoso.com", us-sales@CONTOSO.com]
                contacts: {file: in/contacts.csv, email: EmailAddress, account: AccountId, id: ContactId}
                accounts: {file: accounts.csv, id: AccountId, name: Name, parent: ParentId}
                timeZone: GMT Standard Time
                asOf: 2026-10-31
                weights: {NoOfEmails_ToAccount: 0, Recency: 100}
                options: {linkContacts: false, matchDomains: true, ignoreBulkOver: 50, rollUp: true,
                          excludeGroup: Board@contoso.com, excludePrivate: true}
                """);

        assertThat(spec.name()).isEqualTo("Engagement of key accounts");
        assertThat(spec.output()).isEqualTo("Key_Accounts2");
        assertThat(spec.selection())
                .containsExactly(new Address("us-sales@contoso.com"), new Address("mira@contoso.com"));
        assertThat(tables(spec).contacts().file()).isEqualTo(folder.resolve("in/contacts.csv"));
        assertThat(tables(spec).contacts().email()).isEqualTo(column("EmailAddress", 4, 42));
        assertThat(tables(spec).contacts().account()).isEqualTo(column("AccountId", 4, 65));
        assertThat(tables(spec).contacts().id()).isEqualTo(column("ContactId", 4, 80));
        assertThat(tables(spec).accounts().file()).isEqualTo(folder.resolve("accounts.csv"));
        assertThat(tables(spec).accounts().at()).isEqualTo(new Place(folder.resolve("spec.yaml"), 5, 18));
        assertThat(tables(spec).accounts().parent()).isEqualTo(column("ParentId", 5, 67));
        assertThat(spec.timeZone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(spec.findAsOf()).contains(LocalDate.of(2026, 10, 31));
        assertThat(spec.weights().of(Component.EMAILS_TO_ACCOUNT)).isZero();
        assertThat(spec.weights().of(Component.RECENCY)).isEqualTo(100);
        assertThat(spec.weights().of(Component.EMAILS_FROM_ACCOUNT)).isEqualTo(20);
        assertThat(spec.options())
                .isEqualTo(new Options(false, true, 50, true, new Address("board@contoso.com"), true));
    }

    @Test
    void fills_in_the_defaults() throws IOException {
        Spec spec = read(LEAST);

        assertThat(spec.name()).isEqualTo("Account engagement");
        assertThat(spec.output()).isEqualTo("Office");
        assertThat(tables(spec).contacts().id()).isNull();
        assertThat(tables(spec).accounts().name()).isNull();
        assertThat(spec.timeZone().getId()).isEqualTo("UTC");
        assertThat(spec.findAsOf()).isEmpty();
        assertThat(spec.weights()).isEqualTo(Weights.DEFAULT);
        assertThat(spec.options()).isEqualTo(Options.DEFAULT);
    }

    @Test
    void the_default_weights_are_the_contracts() {
        assertThat(Weights.DEFAULT.byComponent().toString())
                .isEqualTo("{EMAILS_FROM_ACCOUNT=20, EMAILS_TO_ACCOUNT=10, MEETINGS_FROM_ACCOUNT=15,"
                        + " MEETINGS_TO_ACCOUNT=15, CONTACTS_INVOLVED_EMAILS=5, CONTACTS_INVOLVED_MEETINGS=5,"
                        + " ACCOUNT_CONTACTS_INVOLVED_EMAILS=10, ACCOUNT_CONTACTS_INVOLVED_MEETINGS=10, RECENCY=10}");
    }

    @Test
    void reads_json_with_tabs_and_a_byte_order_mark() throws IOException {
        String json = """
                {
                \t"selection": [
                \t\t"mira@contoso.com"
                \t],
                \t"contacts": {"file": "c.csv", "email": "E\\u00e9", "account": "A"},
                \t"accounts": {"file": "a.csv", "id": "A"}
                }
                """;
        Spec spec = read("\ufeff" + json.replace("\n", "\r\n"));

        assertThat(tables(spec).contacts().email().name()).isEqualTo("Eé");
    }

    @Test
    void reads_a_selection_of_thousands() throws IOException {
        StringBuilder selection = new StringBuilder("selection:\n");
        for (int i = 0; i < 5_000; i++) {
            selection.append("  - person").append(i).append("@contoso.com\n");
        }
        assertThat(read(LEAST.replaceFirst("selection.*\n", selection.toString()))
                        .selection())
                .hasSize(5_000);
    }

    @Test
    void profiles_stand_in_for_contacts_and_accounts() throws IOException {
        Path spec = Files.writeString(
                folder.resolve("spec.yaml"), "selection: [mira@contoso.com]\nprofiles: Customers 2026\n");

        assertThat(SpecReader.read(spec, () -> List.of("Customers 2026")).customers())
                .isEqualTo(new Spec.NamedProfiles("Customers 2026", new Place(spec, 2, 11)));
    }

    @Test
    void profiles_that_are_not_there_are_refused_with_the_nearest_name() throws IOException {
        Path spec = Files.writeString(
                folder.resolve("spec.yaml"),
                "selection: [mira@contoso.com]\nprofiles: Customer\naccounts: {file: a.csv, id: Id}\nasOf: soon\n");

        RapportException mistakes = catchThrowableOfType(
                RapportException.class, () -> SpecReader.read(spec, () -> List.of("Partners", "Customers")));
        assertThat(relative(mistakes)).isEqualTo("""
                spec.yaml:2:11: profiles is "Customer", which is no profile set here; did you mean Customers?
                spec.yaml:3:11: accounts stand beside profiles; a spec has either profiles, or contacts and accounts
                spec.yaml:4:7: asOf is "soon"; it must be a date from 1990-01-01 on, as 2026-10-31""");
        assertThat(mistakes("selection: [mira@contoso.com]\nprofiles: Customers\n"))
                .contains("there is none at all. To bring one: rapport profiles import --help");
    }

    @Test
    void says_five_mistakes_at_once_each_with_its_place() throws IOException {
        Path spec = folder.resolve("five-mistakes.yaml");
        Files.writeString(spec, resource("five-mistakes.yaml"));

        RapportException mistakes = catchThrowableOfType(RapportException.class, () -> SpecReader.read(spec));

        assertThat(mistakes.code()).isEqualTo(SpecError.SPEC_INVALID);
        assertThat(relative(mistakes)).isEqualToIgnoringNewLines(resource("five-mistakes.txt"));
        assertThat(mistakes.text().lines()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            selecton: []                            | 4:1: unknown key "selecton"; did you mean selection?
            mira@contoso.com: x                     | 4:1: unknown key (not shown); known here: name, output, selection, profiles, contacts, accounts, timeZone, asOf, weights, options.
            [a]: x                                  | 4:1: this key is no text
            selection: [b@contoso.com]              | 4:1: selection stands here a second time; keep one of them
            name:                                   | 4:6: name must be text; put it in quotes
            name: ' '                               | 4:7: name is blank; write a value or leave the key out
            name: 2026                              | 4:7: name must be text; put it in quotes
            name: [a]                               | 4:7: name must be text; put it in quotes
            output: Key-Accounts                    | 4:9: output is "Key-Accounts"; a table's name is a letter first, then letters, digits and underscores, 100 characters at most
            output: Ünits                           | 4:9: output is "Ünits"; a table's name is a letter first, then letters, digits and underscores, 100 characters at most
            timeZone: Mars                          | 4:11: timeZone is "Mars", which is no known time zone; use a name such as Europe/London or Pacific Standard Time
            timeZone: europe/london                 | 4:11: timeZone is "europe/london", which is no known time zone; did you mean Europe/London?
            timeZone: '+02:00'                      | 4:11: timeZone is "+02:00", which is no known time zone; use a name such as Europe/London or Pacific Standard Time
            asOf: 2026-02-30                        | 4:7: asOf is "2026-02-30"; it must be a date from 1990-01-01 on, as 2026-10-31
            asOf: 31.10.2026                        | 4:7: asOf is "31.10.2026"; it must be a date from 1990-01-01 on, as 2026-10-31
            asOf: 1989-12-31                        | 4:7: asOf is "1989-12-31"; it must be a date from 1990-01-01 on, as 2026-10-31
            weights: {Recency: -1}                  | 4:20: weights.Recency is -1; it must be a whole number from 0 to 100
            weights: {Recency: 1.5}                 | 4:20: weights.Recency must be a whole number from 0 to 100
            weights: {Recency: '5'}                 | 4:20: weights.Recency must be a whole number from 0 to 100
            weights: {Recency: 99999999999999999}   | 4:20: weights.Recency is 99999999999999999; it must be a whole number from 0 to 100
            weights: {NoOfEmail_ToAccount: 1}       | 4:11: unknown key weights."NoOfEmail_ToAccount"; did you mean NoOfEmails_ToAccount?
            weights: 5                              | 4:10: weights must be a mapping with the keys NoOfEmails_FromAccount, NoOfEmails_ToAccount, NoOfMeetings_FromAccount, NoOfMeetings_ToAccount, NoOfContactsInvolved_Emails, NoOfContactsInvolved_Meetings, NoOfAccountContactsInvolved_Emails, NoOfAccountContactsInvolved_Meetings, Recency
            options: {ignoreBulkOver: 0}            | 4:27: options.ignoreBulkOver is 0; it must be a whole number 1 or more
            options: {linkContacts: yes}            | 4:25: options.linkContacts must be true or false
            options: {excludeGroup: board}          | 4:25: options.excludeGroup is no mail address; it must look like board@contoso.com
            options: {rollUp: true}                 | 4:10: options ask for rollUp, which needs accounts.parent: the column of the parent account's id
            options: {rollup: true}                 | 4:11: unknown key options."rollup"; did you mean rollUp?
            """)
    void refuses_an_impossible_value(String line, String message) {
        assertThat(mistakes(LEAST + line + "\n")).isEqualTo("spec.yaml:" + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            selection: []                       | spec.yaml:1:12: selection is empty; name at least one
            selection: [a@b@c.com]              | spec.yaml:1:13: this entry of selection is no mail address; it must look like mira@contoso.com
            selection: mira@contoso.com         | spec.yaml:1:12: selection must be a list: [a, b]
            selection: [mira, 5, '@b', [c@d]]   | spec.yaml:1:13: this entry of selection is no mail address; it must look like mira@contoso.com
            selection: [a@b.c, 5]               | spec.yaml:1:20: this entry of selection must be an address in text
            selection:                          | spec.yaml:1:11: selection must be a list: [a, b]
            """)
    void refuses_an_impossible_selection(String line, String message) {
        assertThat(mistakes(LEAST.replaceFirst("selection.*", line))).startsWith(message);
    }

    @Test
    void names_every_key_that_is_missing() {
        assertThat(mistakes("contacts: {file: c.csv}\naccounts: {name: N}\n")).isEqualTo("""
                        spec.yaml:1:1: selection is missing: name the people, shared mailboxes or groups: [mira@contoso.com]
                        spec.yaml:1:11: contacts.email is missing: the column of the address
                        spec.yaml:1:11: contacts.account is missing: the column of the account's id
                        spec.yaml:2:11: accounts.file is missing: a CSV file
                        spec.yaml:2:11: accounts.id is missing: the column of the account's id""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                    | spec.yaml:1:1: a spec is a mapping of keys, and this is none
            just text             | spec.yaml:1:1: a spec is a mapping of keys, and this is none
            a: [1, 2              | spec.yaml:1:9: no valid YAML here
            a: b: c               | spec.yaml:1:5: no valid YAML here
            a: x^A                | spec.yaml:1:5: this character may not stand in YAML
            a: *unknown           | spec.yaml:1:4: no valid YAML here
            '{a: 1}\n---\n{b: 2}' | no valid YAML here
            """)
    void says_where_it_is_no_yaml(String text, String message) {
        assertThat(mistakes(text.replace("\\n", "\n").replace("^A", "\u0001"))).contains(message);
    }

    @Test
    void bounds_depth_aliases_and_size() {
        assertThat(mistakes("a: " + "[".repeat(100_000))).isEqualTo("spec.yaml:1:23: nests deeper than 20 levels");
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(mistakes(bomb.toString())).isEqualTo("spec.yaml: no valid YAML, or more than 20 aliases");
        assertThat(mistakes("#".repeat((1 << 20) + 1)))
                .isEqualTo("spec.yaml is larger than 1048576 bytes, which is the limit of a spec."
                        + " Name the YAML file that describes the enrichment.");
        assertThat(mistakes(LEAST + "options: &o {rollUp: *o}\n"))
                .isEqualTo("spec.yaml:4:10: options.rollUp must be true or false");
    }

    @Test
    void a_spec_that_is_missing_or_unreadable_is_named() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> SpecReader.read(missing))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(SpecError.SPEC_NOT_FOUND))
                .hasMessage(missing + " does not exist. Name the YAML file that describes the enrichment.");
        assertThatThrownBy(() -> SpecReader.read(folder))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(SpecError.SPEC_NOT_READABLE))
                .hasMessageStartingWith(folder + " can't be read (");
        Path latin = Files.write(folder.resolve("latin.yaml"), "name: Büro".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> SpecReader.read(latin))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(SpecError.SPEC_NOT_READABLE))
                .hasMessage(latin + " is not UTF-8 text. Save it as UTF-8.");
    }

    @Test
    void no_text_whatever_makes_it_throw_anything_else() throws IOException {
        Random random = new Random(11);
        String whole = resource("five-mistakes.yaml");
        String marks = "[]{}:,&*!|>'\"%@`#-?\t\n\\ ~<=\u0085\u2028é";
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder(whole.substring(0, random.nextInt(whole.length())));
            for (int i = random.nextInt(5); i > 0; i--) {
                text.insert(random.nextInt(text.length() + 1), marks.charAt(random.nextInt(marks.length())));
            }
            assertThat(mistakes(text.toString())).doesNotContain("us-sales");
        }
    }

    private Spec.MappedColumn column(String name, int line, int column) {
        return new Spec.MappedColumn(name, new Place(folder.resolve("spec.yaml"), line, column));
    }

    private Spec read(String text) throws IOException {
        return SpecReader.read(Files.writeString(folder.resolve("spec.yaml"), text));
    }

    private String mistakes(String text) {
        return relative(catchThrowableOfType(RapportException.class, () -> read(text)));
    }

    private String relative(RapportException mistakes) {
        return mistakes.text().replace(folder + folder.getFileSystem().getSeparator(), "");
    }

    private static Spec.CustomerTables tables(Spec spec) {
        return (Spec.CustomerTables) spec.customers();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SpecReaderTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
