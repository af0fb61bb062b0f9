package io.rapport.model.truth;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** "The local dates from D − 1 year + 1 day to D, both included". */
record Window(LocalDate first, LocalDate last, ZoneId zone) {

    static Window endingOn(LocalDate asOf, ZoneId zone) {
        return new Window(asOf.minusYears(1).plusDays(1), asOf, zone);
    }

    boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    /** "An instant belongs to the local date on which it falls in the reporting time zone." */
    LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
