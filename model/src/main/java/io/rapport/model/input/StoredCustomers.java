package io.rapport.model.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rapport.core.error.RapportException;
import io.rapport.model.spec.SpecError;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Customers as they are kept: the lines of the two inputs, packed, in a folder of their own. Only mapped columns are in
 * them.
 *
 * @param folder where they lie
 */
public record StoredCustomers(Path folder) {

    /** A contact that somebody added by hand, beside those of the file. */
    public record Addition(String address, String accountId) {}

    /**
     * Unpacks them for a run, with the contacts that were added by hand; one that the file has too is left as it is there.
     *
     * @param target a folder of the run's own
     */
    public CustomerInput unpack(Path target, List<Addition> additions) {
        Path contacts = target.resolve("customer_contact.ndjson");
        Path accounts = target.resolve("customer_account.ndjson");
        Map<String, Addition> missing = new LinkedHashMap<>();
        additions.forEach(addition -> missing.put(tail(addition), addition));
        try {
            long accountCount = 0;
            try (BufferedReader lines = lines("accounts");
                    BufferedWriter out = Files.newBufferedWriter(accounts)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    out.write(line);
                    out.write('\n');
                    accountCount++;
                }
            }
            long contactCount = 0;
            try (BufferedReader lines = lines("contacts");
                    BufferedWriter out = Files.newBufferedWriter(contacts)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    missing.remove(tail(line));
                    out.write(line);
                    out.write('\n');
                    contactCount++;
                }
                for (Addition addition : missing.values()) {
                    write(out, ++contactCount, addition);
                }
            }
            return new CustomerInput(contacts, contactCount, accounts, accountCount);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    JsonLines writeAccounts() throws IOException {
        return new JsonLines(packed("accounts"));
    }

    JsonLines writeContacts() throws IOException {
        return new JsonLines(packed("contacts"));
    }

    static RapportException unwritable(Path folder, IOException e) {
        return new RapportException(
                SpecError.CUSTOMER_FILE_INVALID,
                "The customer profiles can't be read, or copied to " + folder + " ("
                        + e.getClass().getSimpleName() + "). Check the disk and the permissions.",
                e);
    }

    /** All of a contact's line behind its id: the same for the same address of the same account. */
    private static String tail(String line) {
        int address = line.lastIndexOf(",\"address\":");
        return address < 0 ? "" : line.substring(address);
    }

    private static String tail(Addition addition) {
        StringWriter line = new StringWriter();
        try {
            write(line, 0, addition);
        } catch (IOException e) {
            throw new IllegalStateException("text in memory can always be written", e);
        }
        return tail(line.toString().strip());
    }

    private static void write(Writer out, long number, Addition addition) throws IOException {
        // Not closed: the writer is somebody else's.
        CustomerLines.contact(new JsonLines(out), number, null, addition.address(), addition.accountId());
    }

    private BufferedReader lines(String name) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file(name)), 1 << 16), UTF_8), 1 << 16);
    }

    private Writer packed(String name) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(new QuicklyPacked(Files.newOutputStream(file(name))), UTF_8), 1 << 16);
    }

    private Path file(String name) {
        return folder.resolve(name + ".ndjson.gz");
    }

    /** These lines repeat themselves so much that the quickest packing is nearly the best. */
    private static final class QuicklyPacked extends GZIPOutputStream {
        QuicklyPacked(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
