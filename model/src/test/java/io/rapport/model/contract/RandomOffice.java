package io.rapport.model.contract;

import io.rapport.model.report.DepartmentMemory.RecordedDepartment;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The odd company of a seed, joined by an office of people about whom less is odd: departments, working hours in many
 * zones, some weeks of mail, meetings and signals, and departments as they were recorded in earlier months.
 *
 * @param datasets rows by dataset
 * @param today the day after which no week counts
 */
public record RandomOffice(
        Map<String, List<Map<String, @Nullable Object>>> datasets,
        LocalDate today,
        ZoneId zone,
        List<RecordedDepartment> recorded) {

    private static final int STAFF = 16;
    private static final int WEEKS = 8;
    private static final List<String> DEPARTMENTS = List.of("Sales", "Sales / EMEA", "Legal", "");
    private static final List<String> ZONES = List.of(
            "UTC",
            "Pacific/Auckland",
            "Pacific Standard Time",
            "India Standard Time",
            "Europe/London",
            "America/St_Johns",
            "Customized Time Zone",
            "");
    private static final List<String> HOURS =
            List.of("00:00:00", "06:30:00.0000000", "08:00:00", "12:00:00", "16:00:00", "22:00:00", "noon");

    /** The same seed, the same office. */
    public static RandomOffice of(long seed) {
        CompanyInput company = RandomCompany.of(seed);
        return new Founding(new Dice(seed + 7_000_000), company).found();
    }

    private static final class Founding {

        private final Dice dice;
        private final CompanyInput company;
        private final Map<String, List<Map<String, @Nullable Object>>> datasets = new LinkedHashMap<>();
        private final List<RecordedDepartment> recorded = new ArrayList<>();
        private final LocalDate monday;

        Founding(Dice dice, CompanyInput company) {
            this.dice = dice;
            this.company = company;
            this.monday = company.asOf().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            company.datasets().forEach((name, rows) -> datasets.put(name, new ArrayList<>(rows)));
        }

        RandomOffice found() {
            rows("User_v1").forEach(user -> user.put("department", dice.of(DEPARTMENTS)));
            for (int person = 0; person < STAFF; person++) {
                addPerson(person);
            }
            if (dice.percent(30)) {
                addLeaver();
            }
            int mails = 120 + dice.below(200);
            for (int mail = 0; mail < mails; mail++) {
                addMail(mail);
            }
            for (int meeting = 0; meeting < 40; meeting++) {
                addMeeting(meeting);
            }
            for (int signal = 0; signal < 40; signal++) {
                addSignal(signal);
            }
            return new RandomOffice(datasets, company.asOf().plusDays(dice.below(9)), company.zone(), recorded);
        }

        private List<Map<String, @Nullable Object>> rows(String dataset) {
            return datasets.computeIfAbsent(dataset, name -> new ArrayList<>());
        }

        private static String id(int person) {
            return "staff" + person;
        }

        private static String mail(int person) {
            return "staff" + person + "@contoso.com";
        }

        private void addPerson(int person) {
            Map<String, @Nullable Object> user = new LinkedHashMap<>();
            user.put("id", id(person));
            user.put("mail", mail(person));
            user.put("department", person < 12 ? DEPARTMENTS.get(person % 3) : dice.of(DEPARTMENTS));
            rows("User_v1").add(user);
            if (dice.percent(30)) {
                recorded.add(new RecordedDepartment(
                        id(person),
                        company.asOf().withDayOfMonth(1).minusMonths(dice.below(3)),
                        dice.of(DEPARTMENTS),
                        true));
            }
            if (dice.percent(70)) {
                Map<String, @Nullable Object> settings = new LinkedHashMap<>();
                settings.put("puser", id(person));
                dice.put(settings, "timeZone", dice.of(ZONES));
                Map<String, @Nullable Object> hours = new LinkedHashMap<>();
                List<Object> days = new ArrayList<>();
                for (DayOfWeek day : DayOfWeek.values()) {
                    if (dice.percent(70)) {
                        String word = day.name().toLowerCase(java.util.Locale.ROOT);
                        days.add(dice.percent(30) ? "microsoft.graph.dayOfWeek'" + word + "'" : word);
                    }
                }
                hours.put("daysOfWeek", days);
                dice.put(hours, "startTime", dice.of(HOURS));
                dice.put(hours, "endTime", dice.of(HOURS));
                hours.put("timeZone", Map.of("name", dice.of(ZONES)));
                settings.put("workingHours", dice.percent(90) ? hours : null);
                rows("MailboxSettings_v0").add(settings);
            }
        }

        private void addLeaver() {
            LocalDate month = company.asOf().withDayOfMonth(1);
            String department = dice.of(DEPARTMENTS);
            int leavers = dice.of(List.of(1, 2, 3));
            for (int i = 0; i < leavers; i++) {
                recorded.add(new RecordedDepartment("gone" + i, month.minusMonths(2), department, true));
                recorded.add(new RecordedDepartment("gone" + i, month, department, false));
            }
        }

        private Instant time() {
            // Now and then as somebody's week begins.
            int day = dice.percent(20) ? -1 : dice.below(7);
            return monday.minusWeeks(dice.below(WEEKS))
                    .plusDays(day)
                    .atStartOfDay(ZoneOffset.UTC)
                    .plusSeconds(dice.percent(50) ? 3_600L * dice.below(24) : dice.below(86_400))
                    .toInstant();
        }

        private void addMail(int number) {
            int sender = dice.below(STAFF);
            List<String> recipients = new ArrayList<>();
            int count = dice.percent(5) ? 49 + dice.below(4) : 1 + dice.below(4);
            for (int i = 0; i < count; i++) {
                recipients.add(
                        count > 40
                                ? (i < STAFF ? mail(i) : "reader" + i + "@press.example")
                                : dice.percent(75)
                                        ? mail(dice.below(STAFF))
                                        : dice.of(List.of(
                                                "carl@adatum.com",
                                                "info@contoso.com",
                                                "group1@contoso.com",
                                                "eve@fabrikam.com")));
            }
            boolean isFromOutside = dice.percent(15);
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("id", "office" + number);
            row.put("puser", dice.percent(60) ? id(sender) : id(dice.below(STAFF)));
            row.put("internetMessageId", "<office" + number + ">");
            dice.put(row, "conversationId", dice.percent(80) ? "talk" + dice.below(12) : null);
            row.put("sentDateTime", time().toString());
            row.put(
                    "from",
                    RandomMail.person(
                            isFromOutside ? dice.of(List.of("carl@adatum.com", "eve@fabrikam.com")) : mail(sender)));
            row.put("toRecipients", recipients.stream().map(RandomMail::person).toList());
            rows("Message_v1").add(row);
        }

        private void addMeeting(int number) {
            Instant start = time();
            List<Object> attendees = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Map<String, @Nullable Object> attendee = RandomMail.person(mail(dice.below(STAFF)));
                attendee.put("type", dice.percent(90) ? "required" : "resource");
                attendee.put("status", Map.of("response", response()));
                attendees.add(attendee);
            }
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("id", "office" + number);
            row.put("puser", id(dice.below(STAFF)));
            row.put("iCalUId", "office" + number);
            row.put("type", "singleInstance");
            row.put("start", time(start));
            row.put("end", time(start.plusSeconds(dice.of(List.of(0, 1_800, 3_600, 200_000, -60)))));
            row.put("isAllDay", dice.percent(8));
            row.put("isCancelled", dice.percent(8));
            row.put("organizer", RandomMail.person(mail(dice.below(STAFF))));
            row.put("attendees", attendees);
            row.put("responseStatus", Map.of("response", response()));
            rows("CalendarView_v0").add(row);
        }

        private static Map<String, @Nullable Object> time(Instant instant) {
            Map<String, @Nullable Object> time = new LinkedHashMap<>();
            time.put("dateTime", RandomTimes.wallClock(instant, ZoneOffset.UTC) + ".0000000");
            time.put("timeZone", "UTC");
            return time;
        }

        private String response() {
            return dice.of(List.of("accepted", "tentativelyAccepted", "declined", "notResponded", "organizer", "none"));
        }

        private void addSignal(int number) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            String at = time().toString();
            row.put("Id", "signal" + number);
            row.put("puser", dice.percent(90) ? id(dice.below(STAFF)) : "somebody-gone");
            row.put(
                    "SignalType",
                    dice.of(List.of("AddContact", "ContactCreated", "ContactUpdated", "RemoveContact", "ViewContact")));
            row.put("StartTime", at);
            row.put("CreationTime", at);
            rows("OutlookContactActivity_v0").add(row);
        }
    }
}
