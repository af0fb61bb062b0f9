package io.rapport.serve.enrichment;

import io.rapport.model.input.CustomerField;
import io.rapport.model.input.CustomerVerdict;
import io.rapport.serve.profile.ProfileSet;
import io.rapport.serve.profile.ProfileVersion;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.profile.VerdictWords;
import java.util.Arrays;
import java.util.List;

/** The profile sets of a home, each in its latest version. Thread-safe. */
public final class ProfileCustomerSets implements CustomerSets {

    private final Profiles profiles;

    public ProfileCustomerSets(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public List<CustomerSet> list() {
        return profiles.list().stream().map(ProfileCustomerSets::set).toList();
    }

    private static CustomerSet set(ProfileSet set) {
        ProfileVersion version = set.latest();
        CustomerVerdict verdict = version.verdict();
        return new CustomerSet(
                set.name(),
                "version " + version.number(),
                verdict.accounts(),
                verdict.contactRows(),
                verdict.matched(),
                Arrays.stream(CustomerField.values())
                        .map(field -> new Mapped(
                                field.words(), version.mapping().find(field).orElse("")))
                        .toList(),
                verdict.findings().stream()
                        .map(finding -> (finding.kind().isOfContacts() ? "Contacts: " : "Customers: ")
                                + VerdictWords.line(finding))
                        .toList());
    }
}
