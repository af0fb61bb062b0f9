package io.rapport.model.input;

import io.rapport.core.address.Address;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of the two inputs, as engines read them. */
final class CustomerLines {

    private CustomerLines() {}

    /** @param text what the mapped field of the address held */
    static void contact(
            JsonLines out, long number, @Nullable String id, @Nullable String text, @Nullable String account)
            throws IOException {
        out.begin(number);
        out.text("contact_id", id);
        out.text("address", Address.normalForm(text));
        out.flag("has_address_text", text != null);
        out.text("account_id", account);
        out.end();
    }

    static void account(JsonLines out, long number, @Nullable String id, @Nullable String name, @Nullable String parent)
            throws IOException {
        out.begin(number);
        out.text("account_id", id);
        out.text("account_name", name);
        out.text("parent_account_id", parent);
        out.end();
    }
}
