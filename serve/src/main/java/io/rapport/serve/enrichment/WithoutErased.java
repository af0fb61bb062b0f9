package io.rapport.serve.enrichment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import io.rapport.lake.privacy.Suppression;
import io.rapport.model.input.CustomerInput;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.SpecError;
import io.rapport.serve.json.JsonText;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run reads of a spec, without the people who were erased: a spec file and the customer files that it names lie outside
 * of the home and may still name them. Not thread-safe.
 */
final class WithoutErased {

    private final Suppression erased;
    private final List<String> leftOut = new ArrayList<>();

    WithoutErased(Suppression erased) {
        this.erased = erased;
    }

    /** What was left out so far, in words without an address. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** @throws RapportException {@link EnrichmentError#ENRICHMENT_INVALID} where nobody is left */
    Spec spec(Spec spec) {
        List<Address> left = spec.selection().stream()
                .filter(address -> !erased.holdsAddress(address.value()))
                .toList();
        int gone = spec.selection().size() - left.size();
        if (gone == 0) {
            return spec;
        }
        if (left.isEmpty()) {
            throw new RapportException(
                    EnrichmentError.ENRICHMENT_INVALID,
                    "All people of the selection were erased. Nobody is left to count for: edit the selection.");
        }
        leftOut.add(say(gone, spec.selection().size(), "people of the selection"));
        return new Spec(
                spec.name(),
                spec.output(),
                left,
                spec.customers(),
                spec.timeZone(),
                spec.findAsOf().orElse(null),
                spec.weights(),
                spec.options());
    }

    /** Contacts of files that a spec names; those of customer profiles lost them when they were imported. */
    CustomerInput customers(CustomerInput written) {
        if (erased.isEmpty()) {
            return written;
        }
        Path rest = written.contacts().resolveSibling("customer_contact_rest.ndjson");
        long left = 0;
        try (BufferedReader lines = Files.newBufferedReader(written.contacts(), UTF_8);
                BufferedWriter kept = Files.newBufferedWriter(rest, UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!isErased(line)) {
                    kept.write(line);
                    kept.write('\n');
                    left++;
                }
            }
        } catch (IOException e) {
            throw new RapportException(
                    SpecError.CUSTOMER_FILE_INVALID,
                    "The contacts can't be copied to " + rest + ". Check the disk and the owner of the home.",
                    e);
        }
        if (left == written.contactCount()) {
            return written;
        }
        leftOut.add(say(written.contactCount() - left, written.contactCount(), "contacts"));
        return new CustomerInput(rest, left, written.accounts(), written.accountCount());
    }

    private boolean isErased(String line) {
        String address = JsonText.read(line) instanceof Map<?, ?> contact
                ? Address.normalForm(String.valueOf(contact.get("address")))
                : null;
        return address != null && erased.holdsAddress(address);
    }

    private static String say(long gone, long all, String what) {
        return String.format(Locale.ENGLISH, "%,d of %,d %s left out: erased.", gone, all, what);
    }
}
