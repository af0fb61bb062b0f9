package io.rapport.model.spec;

import io.rapport.core.address.Address;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The options of an enrichment; what each one does is in the contract.
 *
 * @param linkContacts people's Outlook contacts link unknown addresses to their owners
 * @param matchDomains an unknown address counts for the account that owns its domain
 * @param ignoreBulkOver emails with more recipients are left out, 1 or more; null: none is
 * @param rollUp a contact of an account is one of its parents too
 * @param excludeGroup members of this group take part in nothing; null: nobody is excluded
 * @param excludePrivate private and confidential events are no meetings
 */
public record Options(
        boolean linkContacts,
        boolean matchDomains,
        @Nullable Integer ignoreBulkOver,
        boolean rollUp,
        @Nullable Address excludeGroup,
        boolean excludePrivate) {

    public static final Options DEFAULT = new Options(true, false, null, false, null, false);

    public Options {
        if (ignoreBulkOver != null && ignoreBulkOver < 1) {
            throw new IllegalArgumentException("ignoreBulkOver is " + ignoreBulkOver + "; it is 1 or more");
        }
    }

    public OptionalInt findIgnoreBulkOver() {
        return ignoreBulkOver == null ? OptionalInt.empty() : OptionalInt.of(ignoreBulkOver);
    }

    public Optional<Address> findExcludeGroup() {
        return Optional.ofNullable(excludeGroup);
    }
}
