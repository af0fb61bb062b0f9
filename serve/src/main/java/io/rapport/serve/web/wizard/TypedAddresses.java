package io.rapport.serve.web.wizard;

import io.rapport.core.address.Address;
import io.rapport.model.run.SelectionReading;
import io.rapport.serve.web.Say;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of addresses as people type and paste it: one a line, or between commas and semicolons, or with names. */
final class TypedAddresses {

    private static final Pattern SEPARATORS = Pattern.compile("[\\r\\n;,\\t]+");
    private static final Pattern NAMED = Pattern.compile(".*<([^<>]*)>\\s*");

    private TypedAddresses() {}

    /** One entry a line; what is no address stays as it was typed. */
    static String tidy(String typed) {
        List<String> entries = new ArrayList<>();
        for (String entry : SEPARATORS.split(typed, -1)) {
            Matcher named = NAMED.matcher(entry);
            String text = (named.matches() ? named.group(1) : entry).strip();
            if (!text.isEmpty()) {
                entries.add(Address.find(text).map(Address::value).orElse(text));
            }
        }
        return String.join("\n", entries);
    }

    /** A verdict for each line. */
    static List<WizardView.AddressLine> verdicts(String tidied, SelectionReading reading) {
        Map<Address, SelectionReading.Verdict> known = new HashMap<>();
        reading.verdicts().forEach(verdict -> known.put(verdict.address(), verdict));
        Set<Address> seen = new HashSet<>();
        List<WizardView.AddressLine> lines = new ArrayList<>();
        tidied.lines().forEach(text -> {
            Optional<Address> address = Address.find(text);
            if (address.isEmpty()) {
                lines.add(new WizardView.AddressLine(text, "no address", "loss", "It looks like name@contoso.com."));
            } else if (!seen.add(address.get())) {
                lines.add(new WizardView.AddressLine(text, "twice", "waiting", "It stands above already."));
            } else {
                Optional.ofNullable(known.get(address.get()))
                        .map(TypedAddresses::line)
                        .ifPresent(lines::add);
            }
        });
        return lines;
    }

    private static WizardView.AddressLine line(SelectionReading.Verdict verdict) {
        String address = verdict.address().value();
        return switch (verdict.kind()) {
            case PERSON -> new WizardView.AddressLine(address, "person", "ok", "");
            case GROUP ->
                new WizardView.AddressLine(
                        address,
                        "group",
                        verdict.people() == 0 ? "attention" : "ok",
                        Say.count(verdict.people(), "member", "members") + ", members of members too");
            case UNKNOWN ->
                new WizardView.AddressLine(
                        address,
                        "in no directory",
                        "attention",
                        "It counts as a shared mailbox of its own. A typing error looks the same.");
            case GUEST ->
                new WizardView.AddressLine(address, "guest", "attention", "Guests are outsiders: it selects nobody.");
            case EXCLUDED ->
                new WizardView.AddressLine(
                        address, "excluded", "attention", "A member of the excluded group: it selects nobody.");
        };
    }
}
