package io.rapport.model.contract;

import org.jspecify.annotations.Nullable;

/**
 * The options of an enrichment, section 7.
 *
 * @param excludeGroup address of the group whose members take part in nothing, or null
 * @param ignoreBulkOver most recipients of an email that counts, or null for no limit
 */
public record Options(
        @Nullable String excludeGroup,
        boolean linkContacts,
        boolean matchDomains,
        boolean rollUp,
        @Nullable Integer ignoreBulkOver,
        boolean excludePrivate) {

    /** What holds where nothing is said: Outlook contacts link, everything else is off. */
    public static final Options DEFAULT = new Options(null, true, false, false, null, false);
}
