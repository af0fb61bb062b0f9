package io.rapport.cluster;

import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.CompanyPlan;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.export.CompanyExport;
import io.rapport.simulator.export.ExportDataset;
import io.rapport.simulator.export.ExportPlan;
import io.rapport.simulator.export.ProfileFiles;
import io.rapport.simulator.mail.Correspondences;
import io.rapport.simulator.meeting.Meetings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * A made-up company's exports as they lie on a cluster's storage, with what exports do: pieces, packed ones, Parquet, rows
 * that come again and differ, rows that are none, a name in Microsoft's long form; one sender has a tenth of all mail, and
 * one list reaches everybody.
 */
final class CompanyExports {

    static final String SUBJECT = "planted-subject";
    private static final YearMonth FIRST_MONTH = YearMonth.of(2025, 10);
    private static final LocalDate END = FIRST_MONTH.plusMonths(13).atDay(1);
    private static final int REPEATED = 40;
    private static final String OF_ALL = "id: 'VARCHAR', puser: 'VARCHAR', ptenant: 'VARCHAR', ODataType: 'VARCHAR',"
            + " createdDateTime: 'TIMESTAMP', lastModifiedDateTime: 'TIMESTAMP', subject: 'VARCHAR'";
    /** Nested values as JSON within text. */
    private static final String MAIL = OF_ALL + ", internetMessageId: 'VARCHAR', conversationId: 'VARCHAR',"
            + " sentDateTime: 'TIMESTAMP', receivedDateTime: 'TIMESTAMP', isDraft: 'BOOLEAN', isRead: 'BOOLEAN',"
            + " parentFolderId: 'VARCHAR', \"from\": 'VARCHAR', sender: 'VARCHAR', toRecipients: 'VARCHAR',"
            + " ccRecipients: 'VARCHAR', bccRecipients: 'VARCHAR'";
    /** Nested values nested. */
    private static final String EVENTS = OF_ALL + ", iCalUId: 'VARCHAR', type: 'VARCHAR', seriesMasterId: 'VARCHAR',"
            + " start: 'STRUCT(dateTime VARCHAR, timeZone VARCHAR)', \"end\": 'STRUCT(dateTime VARCHAR, timeZone VARCHAR)',"
            + " isAllDay: 'BOOLEAN', isCancelled: 'BOOLEAN', isOrganizer: 'BOOLEAN', isOnlineMeeting: 'BOOLEAN',"
            + " showAs: 'VARCHAR', sensitivity: 'VARCHAR', responseStatus: 'STRUCT(response VARCHAR)',"
            + " organizer: 'STRUCT(emailAddress STRUCT(name VARCHAR, address VARCHAR))', attendees: 'STRUCT(type VARCHAR,"
            + " status STRUCT(response VARCHAR, time VARCHAR), emailAddress STRUCT(name VARCHAR, address VARCHAR))[]'";

    private final Company company = Company.found(new CompanyPlan(1, 40, 12, FIRST_MONTH, 1_500));

    /** Writes {@code exports/}, {@code engagement.yaml} and the customers' files; meetings and later mail as Parquet. */
    void write(Path folder, DuckDbSettings settings) throws IOException {
        new ProfileFiles(company).write(folder);
        Path exports = Files.createDirectories(folder.resolve("exports"));
        CompanyExport export = new CompanyExport(
                new Correspondences(company),
                new Meetings(company),
                new ExportPlan(company.begin(), END.atStartOfDay(ZoneOffset.UTC).toInstant()));
        for (ExportDataset dataset : ExportDataset.values()) {
            List<String> lines = lines(export, dataset);
            String name = dataset.dataset().name();
            if (name.equals("Message_v1")) {
                writeMail(exports.resolve("BasicDataSet_v0." + name), lines);
            } else {
                Files.write(Files.createDirectories(exports.resolve(name)).resolve("part-00000.json"), lines);
            }
        }
        OneMachine.pack(exports.resolve("CalendarView_v0").resolve("part-00000.json"), EVENTS, settings);
        OneMachine.pack(exports.resolve("BasicDataSet_v0.Message_v1").resolve("part-00002.json"), MAIL, settings);
    }

    LocalDate lastDay() {
        return END.minusDays(1);
    }

    private void writeMail(Path folder, List<String> lines) throws IOException {
        Files.createDirectories(folder);
        List<String> mail = new ArrayList<>(lines);
        mail.addAll(skewed(lines.size() / 10));
        int half = mail.size() / 2;
        List<String> first = new ArrayList<>(mail.subList(0, half));
        first.add(half / 2, "{\"id\":\"broken");
        first.add(half / 3, "");
        first.add("{\"id\":17,\"puser\":\"a number is no id\"}");
        Files.write(folder.resolve("part-00000.json"), first);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("part-00001.json.gz")))) {
            out.write(String.join("\r\n", mail.subList(half, mail.size())).getBytes(StandardCharsets.UTF_8));
        }
        // The same rows again, drafts by now: the later ones count.
        Files.write(
                folder.resolve("part-00002.json"),
                mail.stream()
                        .filter(line -> line.contains("\"isDraft\":false"))
                        .limit(REPEATED)
                        .map(line -> line.replace("\"isDraft\":false", "\"isDraft\":true"))
                        .toList());
        Files.createFile(folder.resolve("_SUCCESS"));
    }

    /** One sender, one account's contact, one conversation; every tenth email to everybody. */
    private List<String> skewed(int count) {
        String sender = company.people().get(0).mail();
        String everybody = company.people().stream()
                .map(Person::mail)
                .map(CompanyExports::person)
                .collect(Collectors.joining(","));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add("{\"id\":\"skew-" + i + "\",\"puser\":\"" + sender
                    + "\",\"internetMessageId\":\"<skew-" + i
                    + "@contoso.com>\",\"conversationId\":\"one\",\"subject\":\""
                    + SUBJECT + "\",\"isDraft\":false,\"sentDateTime\":\"2026-0" + (1 + i % 9) + "-1" + i % 10 + "T10:"
                    + (10 + i % 50)
                    + ":00Z\",\"from\":" + person(sender) + ",\"toRecipients\":["
                    + (i % 10 == 0 ? everybody : person(sender))
                    + "]}");
        }
        return lines;
    }

    private static String person(String address) {
        return "{\"emailAddress\":{\"name\":\"" + SUBJECT + "\",\"address\":\"" + address + "\"}}";
    }

    private static List<String> lines(CompanyExport export, ExportDataset dataset) throws IOException {
        try (InputStream in = export.open(dataset, export.mailboxes())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
