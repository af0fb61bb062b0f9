package io.rapport.model.input;

import io.rapport.core.error.RapportException;
import io.rapport.core.fuzz.Echo;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.Spec.CustomerTables;
import io.rapport.model.spec.SpecError;
import io.rapport.model.spec.SpecReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.ObjectMapper;

/** Fuzz target: a CSV file of contacts. Each row becomes a line of JSON, or the file is refused without an address. */
public final class CustomerFuzz {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = folder();
    private static final Spec SPEC = spec();

    private CustomerFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Path contacts = FOLDER.resolve("contacts.csv");
        Files.write(contacts, input);
        try {
            CustomerInput written = CustomerInput.write((CustomerTables) SPEC.customers(), FOLDER);
            List<String> lines = Files.readAllLines(written.contacts());
            if (lines.size() != written.contactCount()) {
                throw new AssertionError(lines.size() + " lines of " + written.contactCount() + " rows");
            }
            lines.forEach(JSON::readTree);
        } catch (RapportException refused) {
            if (refused.code() != SpecError.CUSTOMER_FILE_INVALID) {
                throw new AssertionError("another error than that of the file", refused);
            }
            Echo.requireNoAddress(refused.text(), input, contacts, List.of());
        }
    }

    private static Spec spec() {
        try {
            Files.writeString(FOLDER.resolve("accounts.csv"), "Id,Name\na1,Fabrikam\n");
            return SpecReader.read(Files.writeString(FOLDER.resolve("spec.yaml"), """
                    selection: [mira@contoso.com]
                    contacts: {file: contacts.csv, email: Email, account: Account, id: Contact}
                    accounts: {file: accounts.csv, id: Id, name: Name}
                    """));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("rapport-fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
