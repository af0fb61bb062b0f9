package io.rapport.model.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How departments work, week by week. What may not be published is not in here.
 *
 * @param weeks the counted weeks by their Mondays, in order
 * @param zone of people whose own one is not known
 * @param snapshot the lake's commit that was read
 * @param minimumPeople the fewest people behind a number
 * @param people with any activity in these weeks; null where they are too few
 * @param peopleWithoutHours of whom neither zone nor working time is known in full; null where that may not be said
 * @param groups all published departments together first, then each department by name
 * @param exchanges emails between two departments, as far as they are published
 */
public record Collaboration(
        List<LocalDate> weeks,
        ZoneId zone,
        long snapshot,
        int minimumPeople,
        @Nullable Long people,
        @Nullable Long peopleWithoutHours,
        List<Group> groups,
        List<Exchange> exchanges) {

    public Collaboration {
        weeks = List.copyOf(weeks);
        groups = List.copyOf(groups);
        exchanges = List.copyOf(exchanges);
    }

    /** Those with any activity; empty where they are too few. */
    public OptionalLong findPeople() {
        return people == null ? OptionalLong.empty() : OptionalLong.of(people);
    }

    /** Those without known working time; empty where that may not be said. */
    public OptionalLong findPeopleWithoutHours() {
        return peopleWithoutHours == null ? OptionalLong.empty() : OptionalLong.of(peopleWithoutHours);
    }

    /**
     * A department, or all that are published together.
     *
     * @param name empty for people without a department, and for all together
     * @param weeks one for each counted week
     */
    public record Group(String name, boolean isTotal, List<Week> weeks) {

        public Group {
            weeks = List.copyOf(weeks);
        }
    }

    /**
     * A group's week.
     *
     * @param isHoliday whether the group did far less than in the weeks around
     * @param people with any activity; 0 where the week is not published
     * @param isWithheld whether it is not published because of a few people who left since: what was published of it
     *     earlier may be shown again
     * @param values of what is published; empty where the week is not
     */
    public record Week(
            LocalDate start,
            boolean isHoliday,
            long people,
            boolean isWithheld,
            Map<CollaborationMetric, Double> values) {

        public Week {
            Map<CollaborationMetric, Double> copy = new EnumMap<>(CollaborationMetric.class);
            copy.putAll(values);
            values = Collections.unmodifiableMap(copy);
        }

        public boolean isPublished() {
            return people > 0;
        }

        /** Empty for "not enough people". */
        public OptionalDouble find(CollaborationMetric metric) {
            Double value = values.get(metric);
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        }
    }

    /**
     * Emails from one department to another in a week, or within one.
     *
     * @param week its Monday
     * @param emails each counted once
     * @param emailsPerPerson of the first department, with any activity in that week
     */
    public record Exchange(
            String from,
            String to,
            LocalDate week,
            long emails,
            long senders,
            long receivers,
            double emailsPerPerson) {}
}
