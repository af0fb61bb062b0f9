package io.rapport.model.input;

import static io.rapport.model.input.CustomerField.ACCOUNT_ID;
import static io.rapport.model.input.CustomerField.ACCOUNT_NAME;
import static io.rapport.model.input.CustomerField.CONTACT_ACCOUNT;
import static io.rapport.model.input.CustomerField.CONTACT_ID;
import static io.rapport.model.input.CustomerField.EMAIL;
import static io.rapport.model.input.CustomerField.PARENT_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingGuessTest {

    @TempDir
    Path folder;

    @Test
    void columns_with_usual_names_are_found() throws IOException {
        MappingGuess guess = guess(
                "AccountId,Name,ParentId\na1,Fabrikam,\na2,Tailspin,a1\n",
                "ContactId,AccountId,EmailAddress\nc1,a1,ana@fabrikam.com\nc2,a2,bo@tailspin.com\n");

        assertThat(guess.mapping().columns())
                .isEqualTo(Map.of(
                        ACCOUNT_ID, "AccountId",
                        ACCOUNT_NAME, "Name",
                        PARENT_ID, "ParentId",
                        EMAIL, "EmailAddress",
                        CONTACT_ACCOUNT, "AccountId",
                        CONTACT_ID, "ContactId"));
        assertThat(guess.missing()).isEmpty();
        assertThat(guess.reasons())
                .contains("email address is EmailAddress: 100 % of its values are addresses")
                .contains("account id of the contact is AccountId: 100 % of its values are ids of accounts");
    }

    @Test
    void what_the_rows_hold_outweighs_a_name() throws IOException {
        MappingGuess guess = guess(
                "Id,Key\n1,K-1\n2,K-2\n3,K-3\n",
                "Email;Where;Account;Firm\nno address;ana@fabrikam.com;Fabrikam;K-1\nnone;bo@tailspin.com;Tailspin;K-3\n");

        assertThat(guess.mapping().columns())
                .containsEntry(EMAIL, "Where")
                .containsEntry(ACCOUNT_ID, "Key")
                .containsEntry(CONTACT_ACCOUNT, "Firm");
    }

    @Test
    void what_was_named_stays_and_is_not_taken_twice() throws IOException {
        MappingGuess guess = MappingGuess.of(
                files("Id,Key\n1,K-1\n2,K-2\n", "Mail,Mail 2,Id,Key\na@b.com,c@d.com,1,K-1\ne@f.com,g@h.com,2,K-2\n"),
                CustomerMapping.NONE.with(EMAIL, "Mail 2").with(ACCOUNT_ID, "Key"));

        assertThat(guess.mapping().columns())
                .containsEntry(EMAIL, "Mail 2")
                .containsEntry(ACCOUNT_ID, "Key")
                .containsEntry(CONTACT_ACCOUNT, "Key")
                .containsEntry(CONTACT_ID, "Id");
    }

    @Test
    void what_cannot_be_guessed_is_missing() throws IOException {
        MappingGuess guess = guess("A,B\n1,2\n3,4\n", "C,D\nx,y\nz,w\n");

        assertThat(guess.missing()).containsExactly(ACCOUNT_ID, EMAIL, CONTACT_ACCOUNT);
        assertThat(guess.contactColumns()).containsExactly("C", "D");
    }

    @Test
    void files_with_a_header_only_are_guessed_by_their_names() throws IOException {
        assertThat(guess("Id,Name\n", "Account Id,E-Mail\n").mapping().columns())
                .containsEntry(ACCOUNT_ID, "Id")
                .containsEntry(CONTACT_ACCOUNT, "Account Id")
                .containsEntry(EMAIL, "E-Mail");
    }

    @Test
    void a_file_without_a_header_is_refused_without_showing_its_first_row() {
        assertThatThrownBy(() -> guess("Id,Name\na1,Fabrikam\n", "c1,a1,ana@fabrikam.com\n"))
                .hasMessageContaining("contacts.csv: has no header: its first row holds an address")
                .hasMessageNotContaining("ana@");
    }

    private MappingGuess guess(String accounts, String contacts) throws IOException {
        return MappingGuess.of(files(accounts, contacts), CustomerMapping.NONE);
    }

    private CustomerFiles files(String accounts, String contacts) throws IOException {
        return CustomerFiles.at(
                Files.writeString(folder.resolve("accounts.csv"), accounts),
                Files.writeString(folder.resolve("contacts.csv"), contacts));
    }
}
