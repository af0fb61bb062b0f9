package io.rapport.model.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.model.input.CustomerFinding.Kind;
import io.rapport.model.input.StoredCustomers.Addition;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerReadingTest {

    private static final CustomerMapping MAPPING = CustomerMapping.NONE
            .with(CustomerField.ACCOUNT_ID, "Id")
            .with(CustomerField.ACCOUNT_NAME, "Name")
            .with(CustomerField.EMAIL, "Email")
            .with(CustomerField.CONTACT_ACCOUNT, "Account")
            .with(CustomerField.CONTACT_ID, "Contact");

    @TempDir
    Path folder;

    @BeforeEach
    void write_files_that_are_in_order() throws IOException {
        accounts("Id,Name\na1,Fabrikam\na2,Tailspin\n");
        contacts("Contact,Account,Email\nc1,a1,Ana@Fabrikam.com\nc2,a2,bo@tailspin.com\n", UTF_8);
    }

    @Test
    void files_in_order_have_no_findings() {
        CustomerVerdict verdict = look().verdict();

        assertThat(verdict).isEqualTo(new CustomerVerdict(2, 2, 2, 2, List.of()));
        assertThat(look().sample())
                .first()
                .isEqualTo(new CustomerReading.MatchedContact("ana@fabrikam.com", "a1", "c1"));
    }

    @Test
    void every_kind_of_bad_row_is_counted_with_its_first_lines() throws IOException {
        accounts("Id,Name\na1,Fabrikam\n,nobody\na1,again\nx\na2,Tailspin\n");
        contacts(
                "Contact,Account,Email\nc1,a1,ana@fabrikam.com\nc2,a9,bo@tailspin.com\nc3,,c@d.com\nc4,a1,none\nc5\n",
                UTF_8);

        CustomerVerdict verdict = look().verdict();

        assertThat(verdict.findings())
                .containsExactly(
                        new CustomerFinding(Kind.ACCOUNT_ROW_BROKEN, 1, List.of(5L)),
                        new CustomerFinding(Kind.ACCOUNT_WITHOUT_ID, 1, List.of(3L)),
                        new CustomerFinding(Kind.ACCOUNT_AGAIN, 1, List.of(4L)),
                        new CustomerFinding(Kind.CONTACT_ROW_BROKEN, 1, List.of(6L)),
                        new CustomerFinding(Kind.CONTACT_WITHOUT_ADDRESS, 1, List.of(5L)),
                        new CustomerFinding(Kind.CONTACT_WITHOUT_ACCOUNT, 1, List.of(4L)),
                        new CustomerFinding(Kind.CONTACT_OF_UNKNOWN_ACCOUNT, 1, List.of(3L)));
        assertThat(verdict.accounts()).isEqualTo(2);
        assertThat(verdict.matched()).isEqualTo(1);
        assertThat(verdict.broken()).isEqualTo(2);
    }

    @Test
    void ten_percent_of_broken_rows_cost_these_rows_and_no_other() throws IOException {
        StringBuilder rows = new StringBuilder("Contact,Account,Email\n");
        for (int i = 0; i < 1_000; i++) {
            rows.append(i % 10 == 0 ? "broken,row\n" : "c" + i + ",a1,person" + i + "@fabrikam.com\n");
        }
        contacts(rows.toString(), UTF_8);

        CustomerVerdict verdict = look().verdict();

        assertThat(verdict.contactRows()).isEqualTo(1_000);
        assertThat(verdict.matched()).isEqualTo(900);
        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.count()).isEqualTo(100);
            assertThat(finding.firstLines()).containsExactly(2L, 12L, 22L, 32L, 42L, 52L, 62L, 72L, 82L, 92L);
        });
    }

    @Test
    void semicolons_tabs_and_utf_16_are_read_as_they_are() throws IOException {
        contacts("\ufeffContact\tAccount\tEmail\nc1\ta1\tana@fabrikam.com\n", UTF_16LE);
        accounts("Id;Name\na1;\"Fabrikam, Inc.; Zürich\"\n");

        assertThat(look().verdict()).isEqualTo(new CustomerVerdict(1, 1, 1, 1, List.of()));
    }

    @Test
    void all_that_makes_files_useless_is_said_at_once() throws IOException {
        accounts("");
        contacts("Contact|Account|Email\nc1|a1|ana@fabrikam.com\n", UTF_8);

        assertThatThrownBy(this::look)
                .hasMessageContaining("accounts.csv: is empty; it needs a header row")
                .hasMessageContaining("--email: ")
                .hasMessageContaining("contacts.csv has no column Email; it has Contact|Account|Email")
                .hasMessageNotContaining("ana@");
        contacts("Contact,Account,Email\nc1,Büro,a@b.c\n", ISO_8859_1);
        assertThatThrownBy(this::look).hasMessageContaining("contacts.csv: is not UTF-8 text; save it as CSV in UTF-8");
        contacts("Contact,Account,Email\nc1,a1,\"a@b.c\nc2,a1,d@e.f\n", UTF_8);
        assertThatThrownBy(this::look)
                .hasMessageContaining("contacts.csv:2: the row that begins here has a quote that is not closed");
        Files.delete(folder.resolve("contacts.csv"));
        assertThatThrownBy(this::look).hasMessageContaining("contacts.csv: does not exist; name a CSV file");
    }

    @Test
    void what_was_stored_comes_back_with_what_was_added_by_hand() throws IOException {
        StoredCustomers stored = new StoredCustomers(Files.createDirectory(folder.resolve("stored")));
        CustomerReading.store(files(), MAPPING, stored);

        CustomerInput input = stored.unpack(
                folder, List.of(new Addition("ana@fabrikam.com", "a1"), new Addition("di\"d@fabrikam.com", "a1")));

        assertThat(input.contactCount()).isEqualTo(3);
        assertThat(input.contacts()).hasContent("""
                {"row_number":1,"contact_id":"c1","address":"ana@fabrikam.com","has_address_text":true,"account_id":"a1"}
                {"row_number":2,"contact_id":"c2","address":"bo@tailspin.com","has_address_text":true,"account_id":"a2"}
                {"row_number":3,"address":"di\\"d@fabrikam.com","has_address_text":true,"account_id":"a1"}
                """);
        assertThat(input.accountCount()).isEqualTo(2);
        assertThat(input.accounts()).hasContent("""
                {"row_number":1,"account_id":"a1","account_name":"Fabrikam"}
                {"row_number":2,"account_id":"a2","account_name":"Tailspin"}
                """);
    }

    private CustomerReading.Preview look() {
        return CustomerReading.look(files(), MAPPING);
    }

    private CustomerFiles files() {
        return new CustomerFiles(
                folder.resolve("accounts.csv"),
                folder.resolve("contacts.csv"),
                Path.of("accounts.csv"),
                Path.of("contacts.csv"));
    }

    private void accounts(String text) throws IOException {
        Files.writeString(folder.resolve("accounts.csv"), text);
    }

    private void contacts(String text, Charset charset) throws IOException {
        Files.writeString(folder.resolve("contacts.csv"), text, charset);
    }
}
