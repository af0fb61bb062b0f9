package io.rapport.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.model.contract.LandedOffice.Answer;
import io.rapport.model.report.Collaboration;
import io.rapport.model.report.Collaboration.Week;
import io.rapport.model.report.CollaborationMetric;
import io.rapport.model.report.CollaborationRequest;
import io.rapport.model.report.DepartmentMemory.RecordedDepartment;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** What the report on collaboration says, definition by definition, on any engine. */
public final class CollaborationContract {

    private static final LocalDate FIRST = LocalDate.parse("2026-10-05");
    private static final CollaborationRequest REQUEST = new CollaborationRequest(
            FIRST, LocalDate.parse("2026-11-30"), LocalDate.parse("2026-12-01"), ZoneId.of("UTC"), 3);
    private static final List<String> COLUMNS = List.of(
            "department",
            "sent",
            "received",
            "bulk",
            "outside",
            "after hours",
            "reply",
            "network inside",
            "network outside",
            "meetings",
            "meeting seconds",
            "added",
            "created",
            "modified",
            "deleted");

    private final LandedOffice office;

    /** @param folder an empty folder */
    public CollaborationContract(Path folder, LandedEnrichment.Engines engines) {
        this.office = new LandedOffice(folder, engines);
    }

    /** One office for what is counted of a person, and one for what is published. */
    public Stream<DynamicTest> tests() {
        Answer people = office.answer(people().datasets, REQUEST, List.of());
        Answer groups = office.answer(
                groups().datasets,
                REQUEST,
                List.of(
                        new RecordedDepartment("s0", LocalDate.parse("2026-09-01"), "Sales", true),
                        new RecordedDepartment("s0", LocalDate.parse("2026-11-01"), "Legal", true)));
        return Stream.concat(ofPeople(people), ofGroups(groups.published()));
    }

    private static OfficeRows people() {
        OfficeRows rows = new OfficeRows();
        Stream.of("ana", "bo", "cy", "dee", "eve", "fin", "gus", "hal", "ida", "jo", "kim", "lee")
                .forEach(id -> rows.person(id, "Sales"));
        rows.guest("visitor", "visitor@adatum.com").group("all", "bo", "cy", "visitor");
        rows.hours("eve", "New Zealand Standard Time", "08:00:00", "16:00:00", "tuesday", "wednesday")
                .hours("fin", "Europe/Zurich", "22:00:00.0000000", "06:00:00", "sunday");
        // Counted once; in bcc, as a copy lies in the mailbox; through a list.
        rows.copies("2026-10-06T10:00:00Z", List.of("ana", "bo", "cy"), "", "ana", "bo")
                .mail("2026-10-07T10:00:00Z", "ana", "all");
        // 51 addresses are bulk, 50 are not.
        rows.mail("2026-10-06T10:00:00Z", "dee", readers(51)).mail("2026-10-06T10:00:00Z", "dee", readers(50));
        // Sunday at noon in UTC is Monday in Auckland; at work from Tuesday 08:00 to before 16:00.
        rows.mail("2026-10-11T12:00:00Z", "eve", "ana")
                .mail("2026-10-12T18:59:59Z", "eve", "ana")
                .mail("2026-10-12T19:00:00Z", "eve", "ana")
                .mail("2026-10-13T02:59:59Z", "eve", "ana")
                .mail("2026-10-13T03:00:00Z", "eve", "ana");
        // At work from Sunday 22:00 to Monday 06:00 in Zurich, where the clock was put back on 25 October.
        rows.mail("2026-10-18T20:00:00Z", "fin", "ana")
                .mail("2026-10-19T03:59:59Z", "fin", "ana")
                .mail("2026-10-19T04:00:00Z", "fin", "ana")
                .mail("2026-10-26T04:59:59Z", "fin", "ana")
                .mail("2026-10-26T05:00:00Z", "fin", "ana");
        // A shared mailbox of the own domain is inside, a guest in a list is not.
        rows.mail("2026-10-06T10:00:00Z", "gus", "info@contoso.com")
                .mail("2026-10-06T10:00:00Z", "gus", "carl@fabrikam.com", "ana")
                .mail("2026-10-06T10:00:00Z", "gus", "all");
        // Replies after 60 and 180 seconds, and the latter answers two; the next came too late, one was not later.
        rows.talk("one", "2026-10-06T10:00:00Z", "ana", "hal")
                .talk("one", "2026-10-06T10:01:00Z", "hal", "ana")
                .talk("two", "2026-10-07T10:00:00Z", "ana", "hal")
                .talk("two", "2026-10-07T10:01:00Z", "bo", "hal")
                .talk("two", "2026-10-07T10:03:00Z", "hal", "ana")
                .talk("three", "2026-10-20T10:00:00Z", "bo", "hal")
                .talk("three", "2026-10-20T10:00:00Z", "hal", "bo")
                .talk("three", "2026-11-03T10:00:01Z", "hal", "bo");
        // Each way within four weeks, not five; outsiders by address.
        rows.mail("2026-10-06T10:00:00Z", "ida", "jo", "carl@adatum.com", "dora@adatum.com")
                .mail("2026-10-28T10:00:00Z", "jo", "ida")
                .copies("2026-11-04T10:00:00Z", List.of("ida"), "", "carl@adatum.com", "ida");
        // Overlapping time counts once; a day is no meeting, nor is one that was declined or never answered.
        rows.meeting("2026-10-06T10:00:00", "2026-10-06T11:00:00", false, "kim", "lee", "accepted")
                .meeting("2026-10-06T10:30:00", "2026-10-06T11:30:00", false, "lee", "kim", "tentativelyAccepted")
                .meeting("2026-10-06T10:40:00", "2026-10-06T10:50:00", false, "kim", "lee", "declined")
                .meeting("2026-10-07T10:00:00", "2026-10-07T12:00:00", false, "lee", "kim", "notResponded")
                .meeting("2026-10-07T00:00:00", "2026-10-08T00:00:00", true, "kim", "lee", "accepted");
        return rows.signal("AddContact", "kim", "2026-10-06T10:00:00Z")
                .signal("ContactCreated", "kim", "2026-10-06T10:00:00Z")
                .signal("ContactCreated", "kim", "2026-10-11T23:59:59Z")
                .signal("ContactUpdated", "kim", "2026-10-12T00:00:00Z")
                .signal("RemoveContact", "kim", "2026-10-12T00:00:00Z")
                .signal("ViewContact", "kim", "2026-10-12T00:00:00Z");
    }

    private static String[] readers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i == 0 ? "lee" : "reader" + i + "@press.example")
                .toArray(String[]::new);
    }

    private static Stream<DynamicTest> ofPeople(Answer answer) {
        return Stream.of(
                test("an email counts once, and reaches people by name, in bcc and through a list", () -> {
                    assertThat(value(answer, "ana", 0, "sent")).isEqualTo(4L);
                    assertThat(value(answer, "bo", 0, "received")).isEqualTo(3L);
                    assertThat(value(answer, "cy", 0, "received")).isEqualTo(3L);
                }),
                test("an email to more than 50 addresses is bulk and nothing else", () -> {
                    assertThat(values(answer, "dee", 0, "sent", "bulk")).containsExactly(1L, 1L);
                    assertThat(values(answer, "lee", 0, "received", "bulk")).containsExactly(1L, 1L);
                }),
                test("a week begins where the person is, and after hours is outside his or her own", () -> {
                    assertThat(values(answer, "eve", 0, "sent")).containsExactly((Object) null);
                    assertThat(values(answer, "eve", 1, "sent", "after hours")).containsExactly(5L, 600_000L);
                }),
                test("work may go on past midnight, and clocks are put back", () -> {
                    assertThat(values(answer, "fin", 1, "sent", "after hours")).containsExactly(1L, 0L);
                    assertThat(values(answer, "fin", 2, "sent", "after hours")).containsExactly(2L, 500_000L);
                    assertThat(values(answer, "fin", 3, "sent", "after hours")).containsExactly(2L, 500_000L);
                }),
                test(
                        "outside is a recipient in none of the organization's domains",
                        () -> assertThat(value(answer, "gus", 0, "outside")).isEqualTo(666_667L)),
                test("a reply is the first later email in the conversation within 14 days, in its own week", () -> {
                    assertThat(value(answer, "hal", 0, "reply")).isEqualTo(2L * 120);
                    assertThat(value(answer, "hal", 2, "reply")).isNull();
                    assertThat(value(answer, "hal", 4, "reply")).isNull();
                }),
                test("a network is who wrote and was written to within four weeks", () -> {
                    assertThat(values(answer, "ida", 0, "network inside", "network outside"))
                            .containsExactly(0L, 0L);
                    assertThat(values(answer, "ida", 3, "network inside", "network outside"))
                            .containsExactly(1L, 0L);
                    assertThat(values(answer, "ida", 4, "network inside", "network outside"))
                            .containsExactly(0L, 0L);
                    assertThat(values(answer, "jo", 3, "network inside", "network outside"))
                            .containsExactly(1L, 0L);
                }),
                test("meetings are those that a person organized or accepted, and time counts once", () -> {
                    assertThat(values(answer, "kim", 0, "meetings", "meeting seconds"))
                            .containsExactly(3L, 5_400L);
                    assertThat(values(answer, "lee", 0, "meetings", "meeting seconds"))
                            .containsExactly(3L, 5_400L + 7_200L);
                }),
                test("contact signals count in the week of their time", () -> {
                    assertThat(values(answer, "kim", 0, "added", "created", "modified", "deleted"))
                            .containsExactly(1L, 2L, 0L, 0L);
                    assertThat(values(answer, "kim", 1, "added", "created", "modified", "deleted"))
                            .containsExactly(0L, 0L, 1L, 1L);
                }),
                test("the share of people without known working time may not be said of two", () -> {
                    assertThat(answer.published().findPeople()).hasValue(12);
                    assertThat(answer.published().findPeopleWithoutHours()).isEmpty();
                }));
    }

    /** Five people in Sales until one goes to Legal, three there, two of whom write, and two in a department of two. */
    private static OfficeRows groups() {
        OfficeRows rows = new OfficeRows();
        IntStream.range(0, 5).forEach(i -> rows.person("s" + i, i == 0 ? "Legal" : "Sales"));
        IntStream.range(0, 3).forEach(i -> rows.person("l" + i, "Legal"));
        IntStream.range(0, 2).forEach(i -> rows.person("o" + i, "Office"));
        LocalDate end = LocalDate.parse("2026-11-30");
        for (LocalDate week = FIRST; week.isBefore(end); week = week.plusWeeks(1)) {
            String at = week.plusDays(1) + "T10:00:00Z";
            boolean isHoliday = week.equals(FIRST.plusWeeks(3));
            for (int i = 0; i < 5; i++) {
                for (int mail = 0; mail < (isHoliday ? 1 : 4); mail++) {
                    rows.mail(at, "s" + i, "l0", "l1", "l2");
                }
            }
            rows.mail(at, "l0", "s1", "o0").mail(at, "l1", "s1", "o0").mail(at, "o0", "o1");
        }
        return rows;
    }

    private static Stream<DynamicTest> ofGroups(Collaboration found) {
        return Stream.of(
                test("a value is the mean over a department's people, those with nothing of it too", () -> {
                    Week legal = week(found, "Legal", 0);
                    assertThat(legal.people()).isEqualTo(3);
                    assertThat(legal.find(CollaborationMetric.EMAILS_SENT)).hasValue(2.0 / 3);
                    assertThat(legal.find(CollaborationMetric.EMAILS_RECEIVED)).hasValue(20);
                }),
                test("a share of too few people is not published, though the department is", () -> {
                    assertThat(week(found, "Legal", 0).find(CollaborationMetric.OUTSIDE_SHARE))
                            .isEmpty();
                    assertThat(week(found, "Sales", 0).find(CollaborationMetric.OUTSIDE_SHARE))
                            .hasValue(0);
                }),
                test("a department of two is named and nothing is said of it", () -> {
                    for (int i = 0; i < found.weeks().size(); i++) {
                        Week office = week(found, "Office", i);
                        assertThat(office.isPublished()).isFalse();
                        assertThat(office.values()).isEmpty();
                        assertThat(office.people()).isZero();
                    }
                }),
                test("all departments together are those that are published", () -> {
                    Week all = found.groups().get(0).weeks().get(0);
                    assertThat(found.groups().get(0).isTotal()).isTrue();
                    assertThat(all.people()).isEqualTo(8);
                    assertThat(all.find(CollaborationMetric.EMAILS_SENT)).hasValue(22.0 / 8);
                }),
                test("a change of department counts from the next month on", () -> {
                    // The last week that begins in October, and the first in November.
                    assertThat(week(found, "Sales", 3).people()).isEqualTo(5);
                    assertThat(week(found, "Sales", 4).people()).isEqualTo(4);
                    assertThat(week(found, "Legal", 4).people()).isEqualTo(4);
                }),
                test(
                        "a week with less than 40 % of the median week around it is marked",
                        () -> {
                            assertThat(IntStream.range(0, found.weeks().size())
                                            .filter(i -> week(found, "Sales", i).isHoliday()))
                                    .containsExactly(3);
                        }),
                test("emails between departments are published where senders and receivers are enough", () -> {
                    assertThat(found.exchanges().stream()
                                    .filter(one -> one.week().equals(FIRST)))
                            .containsExactly(new Collaboration.Exchange("Sales", "Legal", FIRST, 20, 5, 3, 4.0));
                }));
    }

    private static Week week(Collaboration found, String department, int week) {
        return found.groups().stream()
                .filter(group -> !group.isTotal() && group.name().equals(department))
                .findFirst()
                .orElseThrow()
                .weeks()
                .get(week);
    }

    private static @Nullable Object value(Answer answer, String person, int week, String column) {
        return values(answer, person, week, column).get(0);
    }

    private static List<@Nullable Object> values(Answer answer, String person, int week, String... columns) {
        List<@Nullable Object> row = answer.people().stream()
                .filter(one ->
                        person.equals(one.get(0)) && FIRST.plusWeeks(week).equals(one.get(1)))
                .findFirst()
                .orElse(null);
        List<@Nullable Object> values = new ArrayList<>();
        Arrays.stream(columns).forEach(column -> values.add(row == null ? null : row.get(2 + COLUMNS.indexOf(column))));
        return values;
    }

    private static DynamicTest test(String name, org.junit.jupiter.api.function.Executable body) {
        return DynamicTest.dynamicTest(name, body);
    }
}
