package io.rapport.model.truth;

import io.rapport.core.time.InstantText;
import io.rapport.model.report.CollaborationRequest;
import io.rapport.model.report.DepartmentMemory.RecordedDepartment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every person's every week, counted email by email and meeting by meeting. */
public final class NaiveWeeks {

    private static final Duration LONGEST_REPLY = Duration.ofDays(14);

    /** By week's Monday, then by person. */
    final Map<LocalDate, Map<String, PersonWeek>> weeks = new TreeMap<>();

    final List<NaiveMail> mails;
    final Map<String, PersonClock> clocks = new TreeMap<>(CodePoints.ORDER);
    private final Map<String, @Nullable String> departments = new HashMap<>();
    private final List<RecordedDepartment> recorded;

    /** @param datasets rows by dataset */
    public NaiveWeeks(
            Map<String, List<Map<String, @Nullable Object>>> datasets,
            CollaborationRequest request,
            List<RecordedDepartment> recorded) {
        this.recorded = List.copyOf(recorded);
        Directory directory = new Directory(
                rows(datasets, "User_v1"), rows(datasets, "GroupDetails_v0"), rows(datasets, "GroupMembers_v0"));
        Map<String, Map<String, @Nullable Object>> settings = new HashMap<>();
        rows(datasets, "MailboxSettings_v0").forEach(row -> settings.put(Copies.mailbox(row), row));
        directory.users.values().stream()
                .filter(user -> !user.isGuest())
                .forEach(user -> clocks.put(user.id(), new PersonClock(settings.get(user.id()), request.zone())));
        rows(datasets, "User_v1").forEach(row -> departments.put(Json.key(row, "id"), Json.text(row, "department")));
        mails = NaiveMail.read(rows(datasets, "Message_v1"), directory);
        mails.forEach(mail -> count(mail, directory));
        clocks.keySet().forEach(this::countReplies);
        clocks.keySet().forEach(this::countNetwork);
        List<NaiveCalendar> meetings = NaiveCalendar.read(rows(datasets, "CalendarView_v0"), directory);
        clocks.keySet().forEach(person -> countMeetings(person, meetings));
        rows(datasets, "OutlookContactActivity_v0").forEach(this::countSignal);
        weeks.forEach(
                (week, people) -> people.forEach((person, counted) -> counted.department = department(person, week)));
    }

    static List<Map<String, @Nullable Object>> rows(
            Map<String, List<Map<String, @Nullable Object>>> datasets, String name) {
        return datasets.getOrDefault(name, List.of());
    }

    /** Those with any activity in a week. */
    public Map<String, PersonWeek> active(LocalDate week) {
        Map<String, PersonWeek> active = new TreeMap<>(CodePoints.ORDER);
        weeks.getOrDefault(week, Map.of()).forEach((person, counted) -> {
            if (counted.isActive() && counted.department != null) {
                active.put(person, counted);
            }
        });
        return active;
    }

    /** Where a person counts in a week; null where he or she was not there. */
    @Nullable
    String department(String person, LocalDate week) {
        LocalDate month = week.withDayOfMonth(1);
        List<RecordedDepartment> records = recorded.stream()
                .filter(record -> record.userId().equals(person))
                .sorted(Comparator.comparing(RecordedDepartment::month))
                .toList();
        if (records.isEmpty()) {
            String today = departments.get(person);
            return today == null ? "" : today;
        }
        LocalDate begin = recorded.stream()
                .map(RecordedDepartment::month)
                .sorted()
                .findFirst()
                .orElseThrow();
        @Nullable RecordedDepartment chosen = records.get(0).month().equals(begin) ? records.get(0) : null;
        for (RecordedDepartment record : records) {
            chosen = record.month().isAfter(month) ? chosen : record;
        }
        return chosen == null || !chosen.isThere() ? null : chosen.department();
    }

    /** How many counted in a department then and are no users now. */
    long leavers(String department, LocalDate week) {
        return recorded.stream()
                .map(RecordedDepartment::userId)
                .distinct()
                .filter(person -> !clocks.containsKey(person) && department.equals(department(person, week)))
                .count();
    }

    public Set<String> departments(List<LocalDate> counted) {
        Set<String> all = new TreeSet<>(CodePoints.ORDER);
        counted.forEach(week -> clocks.keySet().forEach(person -> {
            String department = department(person, week);
            if (department != null) {
                all.add(department);
            }
        }));
        return all;
    }

    private PersonClock clock(String person) {
        return java.util.Objects.requireNonNull(clocks.get(person));
    }

    private PersonWeek at(String person, LocalDate week) {
        return weeks.computeIfAbsent(week, w -> new TreeMap<>(CodePoints.ORDER))
                .computeIfAbsent(person, p -> new PersonWeek());
    }

    private PersonWeek at(String person, Instant instant) {
        return at(person, clock(person).week(instant));
    }

    private void count(NaiveMail mail, Directory directory) {
        Set<String> domains = new HashSet<>();
        directory.colleagueOf.keySet().forEach(address -> domains.add(address.substring(address.indexOf('@') + 1)));
        for (String person : mail.colleagues()) {
            PersonWeek week = at(person, mail.time());
            week.received += mail.isBulk() ? 0 : 1;
            week.bulk += mail.isBulk() ? 1 : 0;
        }
        String sender = mail.from();
        if (sender == null) {
            return;
        }
        PersonWeek week = at(sender, mail.time());
        if (mail.isBulk()) {
            week.bulk++;
            return;
        }
        week.sent++;
        week.outside += mail.others().stream()
                        .anyMatch(address -> !domains.contains(address.substring(address.indexOf('@') + 1)))
                ? 1
                : 0;
        week.afterHours += clock(sender).isAtWork(mail.time()) ? 0 : 1;
    }

    private void countReplies(String person) {
        for (NaiveMail received : mails) {
            if (received.conversation() == null
                    || received.isBulk()
                    || !received.colleagues().contains(person)) {
                continue;
            }
            mails.stream()
                    .filter(mail -> person.equals(mail.from())
                            && received.conversation().equals(mail.conversation())
                            && mail.time().isAfter(received.time()))
                    .map(NaiveMail::time)
                    .min(Comparator.naturalOrder())
                    .filter(reply -> Duration.between(received.time(), reply).compareTo(LONGEST_REPLY) <= 0)
                    .ifPresent(reply -> at(person, reply)
                            .replies
                            .add(Duration.between(received.time(), reply).toSeconds()));
        }
    }

    private void countNetwork(String person) {
        Map<LocalDate, Set<String>> sent = new HashMap<>();
        Map<LocalDate, Set<String>> received = new HashMap<>();
        for (NaiveMail mail : mails) {
            LocalDate week = clock(person).week(mail.time());
            if (mail.isBulk()) {
                continue;
            }
            if (person.equals(mail.from())) {
                Set<String> partners = sent.computeIfAbsent(week, w -> new HashSet<>());
                mail.colleagues().forEach(other -> partners.add("in " + other));
                mail.others().forEach(other -> partners.add("out " + other));
            }
            if (mail.colleagues().contains(person)) {
                received.computeIfAbsent(week, w -> new HashSet<>())
                        .add(mail.from() == null ? "out " + mail.sender() : "in " + mail.from());
            }
        }
        Set<LocalDate> all = new HashSet<>();
        sent.keySet().forEach(week -> {
            for (int later = 0; later < 8; later++) {
                all.add(week.plusWeeks(later));
            }
        });
        for (LocalDate week : all) {
            Set<String> partners = lastFour(sent, week);
            partners.retainAll(lastFour(received, week));
            for (String partner : partners) {
                (partner.startsWith("in ") ? at(person, week).networkInside : at(person, week).networkOutside)
                        .add(partner);
            }
        }
    }

    private static Set<String> lastFour(Map<LocalDate, Set<String>> partners, LocalDate week) {
        Set<String> found = new HashSet<>();
        for (int earlier = 0; earlier < 4; earlier++) {
            found.addAll(partners.getOrDefault(week.minusWeeks(earlier), Set.of()));
        }
        return found;
    }

    private void countMeetings(String person, List<NaiveCalendar> meetings) {
        List<NaiveCalendar> own = new ArrayList<>(meetings.stream()
                .filter(meeting -> meeting.colleagues().contains(person))
                .sorted(Comparator.comparing(NaiveCalendar::start).thenComparing(NaiveCalendar::end))
                .toList());
        @Nullable Instant busyUntil = null;
        for (NaiveCalendar meeting : own) {
            PersonWeek week = at(person, meeting.start());
            week.meetings++;
            Instant from = busyUntil != null && busyUntil.isAfter(meeting.start()) ? busyUntil : meeting.start();
            week.meetingSeconds +=
                    Math.max(0, Duration.between(from, meeting.end()).toSeconds());
            busyUntil = busyUntil == null || meeting.end().isAfter(busyUntil) ? meeting.end() : busyUntil;
        }
    }

    private void countSignal(Map<String, @Nullable Object> row) {
        String person = Json.text(row, "puser");
        Instant at = InstantText.parse(Json.text(row, "StartTime"));
        if (person == null || at == null || !clocks.containsKey(person)) {
            return;
        }
        PersonWeek week = at(person, at);
        switch (String.valueOf(Json.text(row, "SignalType"))) {
            case "AddContact" -> week.added++;
            case "ContactCreated" -> week.created++;
            case "ContactUpdated" -> week.modified++;
            case "RemoveContact" -> week.deleted++;
            default -> {}
        }
    }
}
