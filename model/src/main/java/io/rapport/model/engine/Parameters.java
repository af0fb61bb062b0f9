package io.rapport.model.engine;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What a run asks of the models. Each is a function without arguments there, under the name given here in lower case
 * with underscores ({@code run_date()}).
 *
 * @param runDate the as-of date, inclusive
 * @param windowStart first local date of the window, inclusive
 * @param reportZone the reporting time zone
 * @param excludeGroup address of the excluded group; empty: none
 * @param linkContacts option linkContacts
 * @param matchDomains option matchDomains
 * @param rollUp option rollUp
 * @param excludePrivate option excludePrivate
 * @param bulkLimit most recipients that are no bulk; 0: no limit
 */
public record Parameters(
        LocalDate runDate,
        LocalDate windowStart,
        ZoneId reportZone,
        String excludeGroup,
        boolean linkContacts,
        boolean matchDomains,
        boolean rollUp,
        boolean excludePrivate,
        long bulkLimit) {

    /** For models that ask neither for a window nor for an option. */
    public static Parameters withoutWindow() {
        return in(ZoneOffset.UTC);
    }

    /** For models that ask for the time zone and nothing else. */
    public static Parameters in(ZoneId reportZone) {
        return new Parameters(LocalDate.EPOCH, LocalDate.EPOCH, reportZone, "", false, false, false, false, 0);
    }
}
