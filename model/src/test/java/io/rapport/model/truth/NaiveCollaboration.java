package io.rapport.model.truth;

import io.rapport.model.report.Collaboration.Exchange;
import io.rapport.model.report.Collaboration.Group;
import io.rapport.model.report.Collaboration.Week;
import io.rapport.model.report.CollaborationMetric;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What may be published of people's weeks, from the sets of people themselves. */
public final class NaiveCollaboration {

    private final NaiveWeeks people;
    private final List<LocalDate> counted;
    private final int minimum;

    /** @param counted Mondays, in order */
    public NaiveCollaboration(NaiveWeeks people, List<LocalDate> counted, int minimum) {
        this.people = people;
        this.counted = counted;
        this.minimum = minimum;
    }

    /** Groups as the report has them. */
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        Set<String> departments = people.departments(counted);
        if (departments.isEmpty()) {
            return groups;
        }
        groups.add(group("", true));
        departments.forEach(department -> groups.add(group(department, false)));
        return groups;
    }

    /** The people of a department with any activity in a week. */
    public Map<String, PersonWeek> of(String department, LocalDate week) {
        Map<String, PersonWeek> found = new TreeMap<>(CodePoints.ORDER);
        people.active(week).forEach((person, counts) -> {
            if (department.equals(counts.department)) {
                found.put(person, counts);
            }
        });
        return found;
    }

    private boolean isShown(String department, LocalDate week) {
        long leavers = people.leavers(department, week);
        return isEnough(of(department, week).size()) && (leavers == 0 || isEnough(leavers));
    }

    private boolean isEnough(long count) {
        return count >= minimum;
    }

    private Group group(String name, boolean isTotal) {
        Map<LocalDate, Map<CollaborationMetric, Double>> values = new LinkedHashMap<>();
        Map<LocalDate, Long> sizes = new LinkedHashMap<>();
        Map<LocalDate, Long> activity = new TreeMap<>();
        for (LocalDate week : counted) {
            List<String> departments = isTotal ? List.copyOf(people.departments(counted)) : List.of(name);
            List<PersonWeek> shown = new ArrayList<>();
            List<PersonWeek> shownShares = new ArrayList<>();
            List<PersonWeek> shownReplies = new ArrayList<>();
            for (String department : departments) {
                Collection<PersonWeek> all = of(department, week).values();
                if (!isShown(department, week)) {
                    continue;
                }
                shown.addAll(all);
                List<PersonWeek> senders =
                        all.stream().filter(one -> one.sent > 0).toList();
                List<PersonWeek> repliers =
                        all.stream().filter(one -> !one.replies.isEmpty()).toList();
                shownShares.addAll(isEnough(senders.size()) ? senders : List.of());
                shownReplies.addAll(isEnough(repliers.size()) ? repliers : List.of());
            }
            sizes.put(week, (long) shown.size());
            values.put(week, values(shown, shownShares, shownReplies));
            if (!shown.isEmpty()) {
                activity.put(week, sum(shown, one -> one.sent) + 3 * sum(shown, one -> one.meetings));
            }
        }
        List<Week> weeks = new ArrayList<>();
        for (LocalDate week : counted) {
            weeks.add(new Week(
                    week,
                    isHoliday(week, activity),
                    Objects.requireNonNull(sizes.get(week)),
                    !isTotal && isEnough(of(name, week).size()) && !isShown(name, week),
                    Objects.requireNonNull(values.get(week))));
        }
        return new Group(name, isTotal, weeks);
    }

    private static boolean isHoliday(LocalDate week, Map<LocalDate, Long> activity) {
        Long own = activity.get(week);
        List<Long> around = new ArrayList<>();
        for (int distance = -6; distance <= 6; distance++) {
            Long other = activity.get(week.plusWeeks(distance));
            if (distance != 0 && other != null) {
                around.add(other);
            }
        }
        return own != null && around.size() >= 4 && own < 0.4 * PersonWeek.doubleMedian(around) / 2.0;
    }

    private static long sum(List<PersonWeek> people, ToLongFunction<PersonWeek> measure) {
        return people.stream().mapToLong(measure).sum();
    }

    private static Map<CollaborationMetric, Double> values(
            List<PersonWeek> all, List<PersonWeek> senders, List<PersonWeek> repliers) {
        Map<CollaborationMetric, Double> values = new EnumMap<>(CollaborationMetric.class);
        if (!all.isEmpty()) {
            mean(values, CollaborationMetric.EMAILS_SENT, all, one -> one.sent, 1);
            mean(values, CollaborationMetric.EMAILS_RECEIVED, all, one -> one.received, 1);
            mean(values, CollaborationMetric.BULK, all, one -> one.bulk, 1);
            mean(values, CollaborationMetric.NETWORK_INSIDE, all, one -> one.networkInside.size(), 1);
            mean(values, CollaborationMetric.NETWORK_OUTSIDE, all, one -> one.networkOutside.size(), 1);
            mean(values, CollaborationMetric.MEETINGS, all, one -> one.meetings, 1);
            mean(values, CollaborationMetric.MEETING_HOURS, all, one -> one.meetingSeconds, 3600);
            mean(values, CollaborationMetric.CONTACTS_ADDED, all, one -> one.added, 1);
            mean(values, CollaborationMetric.CONTACTS_CREATED, all, one -> one.created, 1);
            mean(values, CollaborationMetric.CONTACTS_MODIFIED, all, one -> one.modified, 1);
            mean(values, CollaborationMetric.CONTACTS_DELETED, all, one -> one.deleted, 1);
        }
        if (!senders.isEmpty()) {
            mean(values, CollaborationMetric.OUTSIDE_SHARE, senders, one -> number(one.outsideMillionths()), 1_000_000);
            mean(
                    values,
                    CollaborationMetric.AFTER_HOURS_SHARE,
                    senders,
                    one -> number(one.afterHoursMillionths()),
                    1_000_000);
        }
        if (!repliers.isEmpty()) {
            List<Long> medians = repliers.stream()
                    .map(one -> number(one.replyDoubleSeconds()))
                    .toList();
            values.put(CollaborationMetric.REPLY_MINUTES, (double) PersonWeek.doubleMedian(medians) / 240);
        }
        return values;
    }

    private static long number(@Nullable Long value) {
        return Objects.requireNonNull(value);
    }

    private static void mean(
            Map<CollaborationMetric, Double> values,
            CollaborationMetric metric,
            List<PersonWeek> people,
            ToLongFunction<PersonWeek> measure,
            long unit) {
        values.put(metric, (double) sum(people, measure) / (unit * people.size()));
    }

    /** Emails between departments, in the report's order. */
    public List<Exchange> exchanges() {
        List<Exchange> found = new ArrayList<>();
        for (LocalDate week : counted) {
            for (String from : people.departments(counted)) {
                for (String to : people.departments(counted)) {
                    Exchange exchange = exchange(from, to, week);
                    if (exchange != null) {
                        found.add(exchange);
                    }
                }
            }
        }
        return found;
    }

    /** Who wrote from one department to another in a week of their own. */
    public Set<String> senders(String from, String to, LocalDate week) {
        Set<String> senders = new TreeSet<>();
        mails(from, to, week).forEach(mail -> senders.add(Objects.requireNonNull(mail.from())));
        return senders;
    }

    /** Whom they reached. */
    public Set<String> receivers(String from, String to, LocalDate week) {
        Set<String> receivers = new TreeSet<>();
        mails(from, to, week).forEach(mail -> receivers.addAll(reached(mail, to, week)));
        return receivers;
    }

    private List<String> reached(NaiveMail mail, String to, LocalDate week) {
        return mail.colleagues().stream()
                .filter(person -> to.equals(people.department(person, week)))
                .toList();
    }

    private List<NaiveMail> mails(String from, String to, LocalDate week) {
        return people.mails.stream()
                .filter(mail -> !mail.isBulk() && isOf(from, mail.from(), mail, week))
                .filter(mail -> !reached(mail, to, week).isEmpty())
                .toList();
    }

    private boolean isOf(String from, @Nullable String sender, NaiveMail mail, LocalDate week) {
        return sender != null
                && from.equals(people.department(sender, week))
                && Objects.requireNonNull(people.clocks.get(sender))
                        .week(mail.time())
                        .equals(week);
    }

    private @Nullable Exchange exchange(String from, String to, LocalDate week) {
        Set<String> senders = senders(from, to, week);
        Set<String> receivers = receivers(from, to, week);
        Set<String> first = of(from, week).keySet();
        Set<String> second = of(to, week).keySet();
        Set<String> silent = new TreeSet<>(first);
        silent.removeAll(senders);
        Set<String> unreached = new TreeSet<>(second);
        unreached.removeAll(receivers);
        boolean isPublished = isShown(from, week)
                && isShown(to, week)
                && isEnough(senders.size())
                && isEnough(receivers.size())
                && (silent.isEmpty() || isEnough(silent.size()))
                && (unreached.isEmpty() || isEnough(unreached.size()));
        long emails = mails(from, to, week).size();
        return isPublished
                ? new Exchange(from, to, week, emails, senders.size(), receivers.size(), (double) emails / first.size())
                : null;
    }

    /** Whose weeks are counted, and of how many the working time is unknown. */
    public List<@Nullable Long> coverage() {
        Set<String> all = new TreeSet<>(CodePoints.ORDER);
        counted.forEach(week -> all.addAll(people.active(week).keySet()));
        long unknown = all.stream()
                .filter(person -> !Objects.requireNonNull(people.clocks.get(person)).isKnown)
                .count();
        long known = all.size() - unknown;
        boolean isSaid = isEnough(all.size()) && (unknown == 0 || isEnough(unknown)) && (known == 0 || isEnough(known));
        List<@Nullable Long> coverage = new ArrayList<>();
        coverage.add(isEnough(all.size()) ? Long.valueOf(all.size()) : null);
        coverage.add(isSaid ? Long.valueOf(unknown) : null);
        return coverage;
    }
}
