package io.rapport.model.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.core.error.RapportException;
import io.rapport.model.spec.Spec.CustomerTables;
import io.rapport.model.spec.SpecError;
import io.rapport.model.spec.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerInputTest {

    private static final String SPEC = """
            selection: [mira@contoso.com]
            contacts: {file: contacts.csv, email: Email, account: Account, id: Contact}
            accounts: {file: accounts.csv, id: Id, name: Name, parent: Parent}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write_files_that_are_in_order() throws IOException {
        contacts("Contact,Account,Email,Phone\nc1,a1,Ann@Fabrikam.com,1\n");
        accounts("Id,Name,Parent\na1,Fabrikam,\n");
    }

    @Test
    void writes_contacts_trimmed_with_blank_values_left_out() throws IOException {
        String rows = """
                Contact, Account ,Email,Phone
                 c1 ,a1, SMTP:Ann@Fabrikam.com ,1
                "c""2","a,1",/o=Org/cn=Ann,

                 ,,,"line
                end"
                c4\\,\u0007,Ünal@É.com,""";
        contacts("\ufeff" + rows.replace("\n", "\r\n"));

        CustomerInput input = write(SPEC);

        assertThat(input.contactCount()).isEqualTo(4);
        assertThat(input.contacts()).hasContent("""
                {"row_number":1,"contact_id":"c1","address":"ann@fabrikam.com","has_address_text":true,"account_id":"a1"}
                {"row_number":2,"contact_id":"c\\"2","has_address_text":true,"account_id":"a,1"}
                {"row_number":3,"has_address_text":false}
                {"row_number":4,"contact_id":"c4\\\\","address":"ünal@é.com","has_address_text":true,"account_id":"\\u0007"}
                """);
    }

    @Test
    void writes_accounts() throws IOException {
        accounts("Parent,Id,Name\n,a1,\"Fabrikam, Inc.\"\na1,a2,\n,,x\n");

        CustomerInput input = write(SPEC);

        assertThat(input.accountCount()).isEqualTo(3);
        assertThat(Files.readString(input.accounts())).isEqualTo("""
                {"row_number":1,"account_id":"a1","account_name":"Fabrikam, Inc."}
                {"row_number":2,"account_id":"a2","parent_account_id":"a1"}
                {"row_number":3,"account_name":"x"}
                """);
    }

    @Test
    void columns_that_are_not_mapped_are_absent() throws IOException {
        String least = SPEC.replace(", id: Contact", "").replace(", name: Name, parent: Parent", "");

        CustomerInput input = write(least);

        assertThat(input.contacts())
                .hasContent("{\"row_number\":1,\"address\":\"ann@fabrikam.com\",\"has_address_text\":true,"
                        + "\"account_id\":\"a1\"}");
        assertThat(input.accounts()).hasContent("{\"row_number\":1,\"account_id\":\"a1\"}");
    }

    @Test
    void a_file_with_a_header_only_has_no_rows() throws IOException {
        contacts("Contact,Account,Email\n");
        accounts("Id,Name,Parent");

        CustomerInput input = write(SPEC);

        assertThat(input.contactCount() + input.accountCount()).isZero();
        assertThat(input.contacts()).isEmptyFile();
    }

    @Test
    void says_everything_that_is_wrong_with_both_files_at_once() throws IOException {
        contacts("Contact,Account,EMail\nc1,a1\nc2,a1,b@c.d,e\nc3,a1,x@y.z\n");
        accounts("Id,Name,Name\n");

        assertThat(problems()).isEqualTo("""
                        contacts.csv:2: this row has 2 fields, the header has 3; a comma within a field needs quotes around the field
                        contacts.csv:3: this row has 4 fields, the header has 3; a comma within a field needs quotes around the field
                        spec.yaml:2:39: contacts.csv has no column Email; did you mean EMail? it has Contact, Account, EMail
                        spec.yaml:3:46: accounts.csv has more than one column Name; rename all but one
                        spec.yaml:3:60: accounts.csv has no column Parent; it has Id, Name, Name""");
    }

    @Test
    void both_missing_files_are_named() throws IOException {
        Files.delete(folder.resolve("contacts.csv"));
        Files.delete(folder.resolve("accounts.csv"));
        Files.createDirectory(folder.resolve("accounts.csv"));

        assertThat(problems())
                .contains("spec.yaml:2:18: contacts.csv does not exist; name a CSV file, relative to the spec")
                .contains("accounts.csv: can't be read (IOException); check the file and the permissions");
    }

    @Test
    void an_empty_file_is_named() throws IOException {
        contacts("");

        assertThat(problems()).isEqualTo("contacts.csv: is empty; it needs a header row with the names of its columns");
    }

    @Test
    void a_quote_that_is_never_closed_does_not_swallow_the_rest() throws IOException {
        contacts("Contact,Account,Email\nc1,a1,a@b.c\nc2,a1,\"d@e.f\nc3,a1,g@h.i\n");

        assertThat(problems())
                .isEqualTo(
                        "contacts.csv:3: the row that begins here has a quote that is not closed; close it, or double"
                                + " a quote within a field");
    }

    @Test
    void text_after_a_closing_quote_is_named_with_its_line() throws IOException {
        contacts("Contact,Account,Email\n\"c\n1\",a1,a@b.c\nc2,\"a1\"x,d@e.f\n");

        assertThat(problems())
                .isEqualTo("contacts.csv:4: the row that begins here is no CSV: something follows a closing quote, or a"
                        + " field has no end");
    }

    @Test
    void other_encodings_are_named() throws IOException {
        Files.write(folder.resolve("contacts.csv"), "Contact,Account,Email\nc1,Büro,a@b.c\n".getBytes(ISO_8859_1));
        Files.write(folder.resolve("accounts.csv"), "Id,Name,Parent\na\0,b,c\n".getBytes(UTF_8));

        assertThat(problems()).isEqualTo("""
                        accounts.csv:2: holds a zero character, so this is no text; save the file as CSV in UTF-8
                        contacts.csv: is not UTF-8 text; save it as CSV in UTF-8""");
    }

    @Test
    void other_separators_and_missing_headers_are_recognised_without_showing_addresses() throws IOException {
        contacts("c1,a1,ann@fabrikam.com\n");
        accounts("Id;Name;Parent\na1;b;c\n");

        assertThat(problems())
                .contains("contacts.csv has no column Email; it has c1, a1, (not shown)")
                .contains("accounts.csv has no column Id; it has Id;Name;Parent (columns must be separated by commas)")
                .doesNotContain("fabrikam");
    }

    @Test
    void a_file_with_ragged_rows_throughout_is_not_listed_to_its_end() throws IOException {
        contacts("Contact,Account,Email\n" + "c1,a1\n".repeat(500));

        assertThat(problems().lines())
                .hasSize(21)
                .first()
                .isEqualTo("contacts.csv: has 500 rows with another number of fields than its header");
    }

    @Test
    void streams_a_hundred_thousand_rows() throws IOException {
        StringBuilder rows = new StringBuilder("Contact,Account,Email\n");
        for (int i = 0; i < 100_000; i++) {
            rows.append('c').append(i).append(",a1,person").append(i).append("@fabrikam.com\n");
        }
        contacts(rows.toString());

        CustomerInput input = write(SPEC);

        assertThat(input.contactCount()).isEqualTo(100_000);
        assertThat(Files.readAllLines(input.contacts()).get(99_999))
                .isEqualTo("{\"row_number\":100000,\"contact_id\":\"c99999\",\"address\":\"person99999@fabrikam.com\","
                        + "\"has_address_text\":true,\"account_id\":\"a1\"}");
    }

    private CustomerInput write(String spec) throws IOException {
        return CustomerInput.write((CustomerTables) SpecReader.read(spec(spec)).customers(), folder);
    }

    private String problems() throws IOException {
        Path spec = spec(SPEC);
        RapportException problems = catchThrowableOfType(
                RapportException.class,
                () -> CustomerInput.write((CustomerTables) SpecReader.read(spec).customers(), folder));
        assertThat(problems.code()).isEqualTo(SpecError.CUSTOMER_FILE_INVALID);
        return problems.text().replace(folder + folder.getFileSystem().getSeparator(), "");
    }

    private Path spec(String text) throws IOException {
        return Files.writeString(folder.resolve("spec.yaml"), text);
    }

    private void contacts(String text) throws IOException {
        Files.writeString(folder.resolve("contacts.csv"), text);
    }

    private void accounts(String text) throws IOException {
        Files.writeString(folder.resolve("accounts.csv"), text);
    }
}
