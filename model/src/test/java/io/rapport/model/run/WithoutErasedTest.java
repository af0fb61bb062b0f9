package io.rapport.model.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.model.input.CustomerInput;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutErasedTest {

    private static final Set<String> ERASED = Set.of("sam@contoso.com", "ann@fabrikam.com");

    @TempDir
    private Path folder;

    @Test
    void leaves_people_and_contacts_out_and_says_how_many_and_not_whom() throws IOException {
        WithoutErased without = new WithoutErased(ERASED::contains);
        Spec spec = without.spec(spec("mira@contoso.com, Sam@contoso.com"));
        Path inputs = Files.createDirectory(folder.resolve("inputs"));

        CustomerInput customers = without.customers((Spec.CustomerTables) spec.customers(), inputs);

        assertThat(spec.selection()).extracting(address -> address.value()).containsExactly("mira@contoso.com");
        assertThat(customers.contactCount()).isEqualTo(2);
        assertThat(customers.contacts()).hasContent("""
                {"row_number":2,"contact_id":"c2","has_address_text":false,"account_id":"a1"}
                {"row_number":3,"contact_id":"c3","address":"bob@fabrikam.com","has_address_text":true,"account_id":"a1"}
                """);
        assertThat(without.leftOut())
                .containsExactly(
                        "1 of 2 people of the selection left out: erased.", "1 of 3 contacts left out: erased.");
    }

    @Test
    void leaves_a_spec_as_it_is_where_it_names_nobody_who_was_erased() throws IOException {
        WithoutErased without = new WithoutErased(address -> false);
        Spec spec = spec("mira@contoso.com, sam@contoso.com");

        assertThat(without.spec(spec)).isSameAs(spec);
        assertThat(without.leftOut()).isEqualTo(List.of());
    }

    @Test
    void refuses_a_selection_of_which_nobody_is_left() throws IOException {
        Spec spec = spec("sam@contoso.com");

        assertThatThrownBy(() -> new WithoutErased(ERASED::contains).spec(spec))
                .isInstanceOf(RapportException.class)
                .hasMessageContaining("Nobody is left to count for")
                .hasMessageNotContaining("sam@");
    }

    private Spec spec(String selection) throws IOException {
        Files.writeString(
                folder.resolve("contacts.csv"),
                "Contact,Account,Email\nc1,a1,SMTP:Ann@Fabrikam.com\nc2,a1,\nc3,a1,Bob@fabrikam.com\n");
        Files.writeString(folder.resolve("accounts.csv"), "Id,Name\na1,Fabrikam\n");
        return SpecReader.read(Files.writeString(
                folder.resolve("engagement.yaml"),
                "selection: [" + selection + "]\n"
                        + "contacts: {file: contacts.csv, email: Email, account: Account, id: Contact}\n"
                        + "accounts: {file: accounts.csv, id: Id, name: Name}\n"));
    }
}
