package io.rapport.serve.insight;

import io.rapport.model.report.Collaboration;
import io.rapport.model.report.Collaboration.Exchange;
import io.rapport.model.report.Collaboration.Group;
import io.rapport.model.report.Collaboration.Week;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is withheld of a report because a few people left since, taken from an earlier one, in which they were: a reader
 * sees again what was to be seen before, and nothing that could be subtracted from it.
 *
 * @param earlier under the same minimum
 */
record EarlierWeeks(Collaboration earlier) {

    /** A department's week. */
    private record Place(String department, LocalDate week) {}

    /** The report with the weeks that the earlier one has; the others stay withheld. */
    Collaboration complete(Collaboration fresh) {
        if (fresh.minimumPeople() != earlier.minimumPeople()) {
            return fresh;
        }
        Set<Place> taken = new HashSet<>();
        List<Group> groups = new ArrayList<>();
        for (Group group : fresh.groups()) {
            List<Week> weeks = new ArrayList<>();
            for (Week week : group.weeks()) {
                Optional<Week> before = week.isWithheld() ? find(group, week.start()) : Optional.empty();
                before.ifPresent(one -> taken.add(new Place(group.name(), one.start())));
                weeks.add(before.orElse(week));
            }
            groups.add(new Group(group.name(), group.isTotal(), weeks));
        }
        Set<LocalDate> touched = new HashSet<>();
        taken.forEach(place -> touched.add(place.week()));
        groups.replaceAll(group -> group.isTotal() ? total(group, touched) : group);
        return new Collaboration(
                fresh.weeks(),
                fresh.zone(),
                fresh.snapshot(),
                fresh.minimumPeople(),
                fresh.people(),
                fresh.peopleWithoutHours(),
                groups,
                exchanges(fresh, taken));
    }

    /** All departments together have the same weeks from the earlier report as those of which they are made. */
    private Group total(Group group, Set<LocalDate> touched) {
        return new Group(
                group.name(),
                true,
                group.weeks().stream()
                        .map(week -> touched.contains(week.start())
                                ? find(group, week.start()).orElse(week)
                                : week)
                        .toList());
    }

    private Optional<Week> find(Group group, LocalDate week) {
        return earlier.groups().stream()
                .filter(one -> one.isTotal() == group.isTotal() && one.name().equals(group.name()))
                .flatMap(one -> one.weeks().stream())
                .filter(one -> one.start().equals(week) && one.isPublished())
                .findFirst();
    }

    private List<Exchange> exchanges(Collaboration fresh, Set<Place> taken) {
        List<Exchange> all = new ArrayList<>(fresh.exchanges());
        earlier.exchanges().stream()
                .filter(one -> taken.contains(new Place(one.from(), one.week()))
                        || taken.contains(new Place(one.to(), one.week())))
                .forEach(all::add);
        all.sort(Comparator.comparing(Exchange::week)
                .thenComparing(Exchange::from)
                .thenComparing(Exchange::to));
        return all;
    }
}
