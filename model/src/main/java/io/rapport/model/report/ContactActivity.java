package io.rapport.model.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The source document's five questions, answered.
 *
 * @param from first day, inclusive
 * @param to last day, exclusive
 * @param snapshot the lake's commit that was read
 * @param isDirectoryLanded whether employees are those of the directory; otherwise those with signals
 * @param employees how many there are; whoever has a valid mailbox, or signals in these days
 * @param total of all users in all these days
 * @param periods every period, in order, also those without a signal
 * @param apps by name
 * @param departments by name; empty where all employees together are too few to be shown
 * @param adding over employees, in order; empty where all employees together are too few to be shown
 */
public record ContactActivity(
        LocalDate from,
        LocalDate to,
        Granularity by,
        ZoneId zone,
        long snapshot,
        boolean isDirectoryLanded,
        long employees,
        Counts total,
        List<Period> periods,
        List<App> apps,
        List<Department> departments,
        List<Band> adding) {

    public ContactActivity {
        periods = List.copyOf(periods);
        apps = List.copyOf(apps);
        departments = List.copyOf(departments);
        adding = List.copyOf(adding);
    }

    /**
     * Contacts.
     *
     * @param added signals {@code AddContact}
     * @param created signals {@code ContactCreated}
     * @param modified signals {@code ContactUpdated}
     * @param deleted signals {@code RemoveContact}
     */
    public record Counts(long added, long created, long modified, long deleted) {}

    /** @param start its first day, which may lie before the first day that was asked for */
    public record Period(LocalDate start, Counts counts) {}

    public record App(String name, Counts counts) {}

    /**
     * A department, or all that are too small to be shown alone.
     *
     * @param name empty for people without a department, and for those that are shown together
     * @param isPooled whether these are several departments together
     */
    public record Department(String name, boolean isPooled, long employees, Counts counts) {}

    /**
     * How many employees added so many contacts.
     *
     * @param isOpen whether there is no highest number
     */
    public record Band(long lowest, long highest, boolean isOpen, long employees) {}
}
