package io.rapport.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.model.report.Collaboration;
import io.rapport.model.report.Collaboration.Exchange;
import io.rapport.model.report.Collaboration.Group;
import io.rapport.model.report.Collaboration.Week;
import io.rapport.model.report.CollaborationRequest;
import io.rapport.model.report.DepartmentMemory.RecordedDepartment;
import io.rapport.model.truth.NaiveCollaboration;
import io.rapport.model.truth.NaiveWeeks;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** Tries to reach fewer people than the minimum through what is published of departments. */
public final class PublicationAttacks {

    private static final LocalDate FIRST = LocalDate.parse("2026-10-05");
    private static final int WEEKS = 8;
    private static final CollaborationRequest REQUEST =
            new CollaborationRequest(FIRST, FIRST.plusWeeks(WEEKS), LocalDate.parse("2026-12-01"), ZoneId.of("UTC"), 5);

    private final LandedOffice office;
    private final Map<Boolean, Collaboration> calm = new HashMap<>();

    /** @param folder an empty folder */
    public PublicationAttacks(Path folder, LandedEnrichment.Engines engines) {
        this.office = new LandedOffice(folder, engines);
    }

    /** The attacks that need nothing but what is published, on random offices; then those that compare two reports. */
    public Stream<DynamicTest> tests(long... seeds) {
        return Stream.concat(
                LongStream.of(seeds)
                        .mapToObj(seed -> DynamicTest.dynamicTest(
                                "sets behind numbers, complements and differences, office " + seed,
                                () -> subtract(seed))),
                Stream.of(
                        DynamicTest.dynamicTest(
                                "what a small department does changes nothing, though it is named like a part of another",
                                this::watch_small_departments),
                        DynamicTest.dynamicTest(
                                "what somebody does next week changes nothing of the weeks before",
                                this::compare_neighbouring_weeks),
                        DynamicTest.dynamicTest(
                                "who changes department rewrites no week that was seen before", this::follow_a_mover),
                        DynamicTest.dynamicTest("who leaves can't be found as what is missing", this::follow_leavers),
                        DynamicTest.dynamicTest(
                                "who comes is in no week before, whatever mail there is", this::follow_a_newcomer),
                        DynamicTest.dynamicTest("the order of rows tells nothing", this::sort)));
    }

    private void subtract(long seed) {
        RandomOffice random = RandomOffice.of(seed);
        CollaborationRequest request = new CollaborationRequest(null, null, random.today(), random.zone(), 3);
        Collaboration found =
                office.answer(random.datasets(), request, random.recorded()).published();
        NaiveWeeks people = new NaiveWeeks(random.datasets(), request, random.recorded());
        NaiveCollaboration truth = new NaiveCollaboration(people, found.weeks(), 3);
        int attacked = 0;
        for (int i = 0; i < found.weeks().size(); i++) {
            LocalDate week = found.weeks().get(i);
            List<Set<String>> published = new ArrayList<>();
            Set<String> all = new TreeSet<>();
            for (Group group : found.groups()) {
                if (!group.isTotal() && group.weeks().get(i).isPublished()) {
                    Set<String> behind = truth.of(group.name(), week).keySet();
                    assertThat(behind).hasSizeGreaterThanOrEqualTo(3).hasSize((int)
                            group.weeks().get(i).people());
                    published.add(behind);
                    all.addAll(behind);
                }
            }
            Week total = found.groups().get(0).weeks().get(i);
            assertThat(total.people()).isEqualTo(all.size());
            for (int taken = 0; taken < 1 << published.size(); taken++) {
                Set<String> rest = new TreeSet<>(all);
                for (int one = 0; one < published.size(); one++) {
                    if ((taken >> one & 1) == 1) {
                        rest.removeAll(published.get(one));
                    }
                }
                assertThat(rest.size())
                        .as("left over in " + week)
                        .satisfiesAnyOf(
                                size -> assertThat(size).isZero(),
                                size -> assertThat(size).isGreaterThanOrEqualTo(3));
                attacked++;
            }
            for (Exchange exchange : found.exchanges()) {
                if (exchange.week().equals(week)) {
                    subtract(exchange, truth);
                }
            }
        }
        assertThat(attacked).isGreaterThan(found.weeks().size());
    }

    private static void subtract(Exchange exchange, NaiveCollaboration truth) {
        Set<String> senders = truth.senders(exchange.from(), exchange.to(), exchange.week());
        Set<String> receivers = truth.receivers(exchange.from(), exchange.to(), exchange.week());
        assertThat(senders).hasSizeGreaterThanOrEqualTo(3);
        assertThat(receivers).hasSizeGreaterThanOrEqualTo(3);
        for (int side = 0; side < 2; side++) {
            Set<String> rest = new TreeSet<>(truth.of(side == 0 ? exchange.from() : exchange.to(), exchange.week())
                    .keySet());
            rest.removeAll(side == 0 ? senders : receivers);
            assertThat(rest.size())
                    .satisfiesAnyOf(
                            size -> assertThat(size).isZero(),
                            size -> assertThat(size).isGreaterThanOrEqualTo(3));
        }
    }

    /** Two departments that are published, one of two people, and one of three that is named as part of the first. */
    private static OfficeRows crowd() {
        OfficeRows rows = new OfficeRows();
        IntStream.range(0, 7).forEach(i -> rows.person("s" + i, "Sales"));
        IntStream.range(0, 6).forEach(i -> rows.person("t" + i, "Support"));
        IntStream.range(0, 2).forEach(i -> rows.person("b" + i, "Board"));
        IntStream.range(0, 3).forEach(i -> rows.person("e" + i, "Sales / EMEA"));
        for (int week = 0; week < WEEKS; week++) {
            for (int i = 0; i < 7; i++) {
                rows.mail(at(week, 10 + i), "s" + i, "s" + (i + 1) % 7, "t" + i % 6);
            }
            for (int i = 0; i < 6; i++) {
                rows.mail(at(week, 8 + i), "t" + i, "s" + i, "s6", "carl@adatum.com");
            }
            rows.mail(at(week, 9), "b0", "b1").mail(at(week, 9), "e0", "e1", "e2");
        }
        return rows;
    }

    private static String at(int week, int hour) {
        return FIRST.plusWeeks(week).plusDays(1) + "T" + (hour < 10 ? "0" : "") + hour + ":00:00Z";
    }

    /** The crowd itself, with nothing recorded or everybody; counted once for all attacks. */
    private Collaboration calm(boolean isRecorded) {
        return calm.computeIfAbsent(isRecorded, any -> report(crowd(), isRecorded ? recorded(crowd()) : List.of()));
    }

    private Collaboration report(OfficeRows rows, List<RecordedDepartment> recorded) {
        return office.answer(rows.datasets, REQUEST, recorded).published();
    }

    private void watch_small_departments() {
        OfficeRows busy = crowd();
        for (int week = 0; week < WEEKS; week++) {
            busy.mail(at(week, 23), "b1", "b0", "board@adatum.com")
                    .mail(at(week, 23), "e1", "e0")
                    .mail(at(week, 22), "e2", "b0")
                    .meeting(FIRST.plusWeeks(week) + "T10:00:00", FIRST.plusWeeks(week) + "T18:00:00", false, "b0")
                    .signal("AddContact", "e2", at(week, 11));
        }
        busy.hours("b0", "Asia/Tokyo", "09:00:00", "12:00:00", "monday");

        Collaboration calm = calm(false);

        assertThat(published(calm)).isEqualTo(Set.of("", "Sales", "Support"));
        assertThat(calm.exchanges()).isNotEmpty();
        Collaboration seen = report(busy, List.of());
        assertThat(seen.groups()).isEqualTo(calm.groups());
        assertThat(seen.exchanges()).isEqualTo(calm.exchanges());
        assertThat(seen.peopleWithoutHours()).isNull();
    }

    private static Set<String> published(Collaboration report) {
        Set<String> names = new TreeSet<>();
        report.groups().stream()
                .filter(group -> group.weeks().stream().anyMatch(Week::isPublished))
                .forEach(group -> names.add(group.name()));
        return names;
    }

    private void compare_neighbouring_weeks() {
        OfficeRows later = crowd();
        later.mail(at(5, 23), "s0", "carl@adatum.com", "t0")
                .mail(at(5, 23), "carl@adatum.com", "s0")
                .meeting(
                        FIRST.plusWeeks(5) + "T10:00:00",
                        FIRST.plusWeeks(5) + "T12:00:00",
                        false,
                        "s0",
                        "t0",
                        "accepted")
                .signal("AddContact", "s0", at(5, 11));

        Collaboration before = calm(false);
        Collaboration after = report(later, List.of());

        assertThat(values(after, 0, 5)).isEqualTo(values(before, 0, 5));
        assertThat(values(after, 5, 6)).isNotEqualTo(values(before, 5, 6));
    }

    /** What is published of some weeks, marks apart: those are made of the published weeks around. */
    private static List<Object> values(Collaboration report, int from, int to) {
        List<Object> values = new ArrayList<>();
        report.groups()
                .forEach(group -> group.weeks()
                        .subList(from, to)
                        .forEach(week -> values.add(
                                List.of(group.name(), group.isTotal(), week.start(), week.people(), week.values()))));
        report.exchanges().stream()
                .filter(one -> !one.week().isBefore(FIRST.plusWeeks(from))
                        && one.week().isBefore(FIRST.plusWeeks(to)))
                .forEach(values::add);
        return values;
    }

    private static List<RecordedDepartment> recorded(OfficeRows rows) {
        List<RecordedDepartment> recorded = new ArrayList<>();
        users(rows)
                .forEach(user -> recorded.add(new RecordedDepartment(
                        String.valueOf(user.get("id")),
                        LocalDate.parse("2026-10-01"),
                        String.valueOf(user.get("department")),
                        true)));
        return recorded;
    }

    private static List<Map<String, @Nullable Object>> users(OfficeRows rows) {
        return rows.datasets.getOrDefault("User_v1", List.of());
    }

    private void follow_a_mover() {
        List<RecordedDepartment> recorded = recorded(crowd());
        Collaboration before = calm(true);
        OfficeRows moved = crowd();
        users(moved).stream()
                .filter(user -> "s0".equals(user.get("id")))
                .forEach(user -> user.put("department", "Support"));
        recorded.add(new RecordedDepartment("s0", LocalDate.parse("2026-11-01"), "Support", true));

        Collaboration after = report(moved, recorded);

        // Four weeks begin in October.
        assertThat(values(after, 0, 4)).isEqualTo(values(before, 0, 4));
        assertThat(values(after, 4, WEEKS)).isNotEqualTo(values(before, 4, WEEKS));
    }

    private void follow_leavers() {
        List<RecordedDepartment> recorded = recorded(crowd());
        Collaboration before = calm(true);
        OfficeRows left = crowd();
        users(left).removeIf(user -> "s0".equals(user.get("id")));
        recorded.removeIf(one -> one.userId().equals("s0"));
        recorded.add(new RecordedDepartment("a keyed name", LocalDate.parse("2026-10-01"), "Sales", true));
        recorded.add(new RecordedDepartment("a keyed name", LocalDate.parse("2026-11-01"), "Sales", false));

        Collaboration after = report(left, recorded);

        assertThat(published(before)).contains("Sales");
        Group sales = after.groups().stream()
                .filter(group -> group.name().equals("Sales"))
                .findFirst()
                .orElseThrow();
        // Six are enough, but the seventh would be what is missing.
        assertThat(sales.weeks().subList(0, 4)).allMatch(week -> week.isWithheld() && !week.isPublished());
        assertThat(sales.weeks().subList(4, WEEKS)).allMatch(week -> week.isPublished() && week.people() == 6);
        assertThat(after.exchanges().stream().filter(one -> one.week().isBefore(LocalDate.parse("2026-11-01"))))
                .noneMatch(one -> one.from().equals("Sales") || one.to().equals("Sales"));
        assertThat(after.groups().get(0).weeks().get(0).people())
                .isEqualTo(before.groups().get(0).weeks().get(0).people() - 7);
    }

    private void follow_a_newcomer() {
        OfficeRows came = crowd();
        came.person("new", "Sales");
        for (int week = 0; week < WEEKS; week++) {
            came.mail(at(week, 12), "new", "new@adatum.com");
        }
        List<RecordedDepartment> recorded = recorded(crowd());
        recorded.add(new RecordedDepartment("new", LocalDate.parse("2026-11-01"), "Sales", true));

        Collaboration before = calm(true);
        Collaboration after = report(came, recorded);

        assertThat(values(after, 0, 4)).isEqualTo(values(before, 0, 4));
        assertThat(values(after, 4, 5)).isNotEqualTo(values(before, 4, 5));
    }

    private void sort() {
        OfficeRows shuffled = crowd();
        shuffled.datasets.values().forEach(rows -> Collections.shuffle(rows, new Random(13)));

        Collaboration found = calm(false);

        assertThat(report(shuffled, List.of()).groups()).isEqualTo(found.groups());
        assertThat(found.groups().subList(1, found.groups().size()))
                .extracting(Group::name)
                .isSorted();
        assertThat(found.exchanges())
                .extracting(one -> one.week() + one.from() + " " + one.to())
                .isSorted();
    }
}
