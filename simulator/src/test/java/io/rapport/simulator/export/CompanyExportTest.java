package io.rapport.simulator.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Column;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.CompanyPlan;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.company.Wording;
import io.rapport.simulator.mail.Correspondences;
import io.rapport.simulator.meeting.Meetings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class CompanyExportTest {

    private static final Company COMPANY = Company.found(new CompanyPlan(5, 60, 40, YearMonth.of(2026, 1)));
    private static final Instant AT = Instant.parse("2026-03-20T12:00:00Z");
    private static final Correspondences CORRESPONDENCES = new Correspondences(COMPANY);
    private static final Meetings MEETINGS = new Meetings(COMPANY);

    @ParameterizedTest
    @EnumSource(ExportDataset.class)
    void every_line_is_an_object_with_the_columns_that_land(ExportDataset dataset) {
        List<String> lines = lines(export(ExportPlan.Folders.CONNECTED, ExportPlan.Fields.ALL), dataset);

        assertThat(lines).hasSizeGreaterThan(5);
        List<String> expected = dataset.dataset().columns().stream()
                .map(Column::name)
                .filter(name -> !name.startsWith("_"))
                .toList();
        for (String line : lines.subList(0, Math.min(10, lines.size()))) {
            assertThat(names(line)).containsAll(expected);
        }
    }

    @Test
    void the_same_rows_come_out_whatever_way_they_are_read() throws IOException {
        CompanyExport export = export(ExportPlan.Folders.ALL, ExportPlan.Fields.ALL);
        List<Person> two = export.mailboxes().subList(0, 2);
        byte[] whole;
        try (InputStream rows = export.open(ExportDataset.MESSAGES, two)) {
            whole = rows.readAllBytes();
        }
        try (InputStream rows = export.open(ExportDataset.MESSAGES, two)) {
            byte[] single = new byte[whole.length];
            for (int i = 0; i < single.length; i++) {
                single[i] = (byte) rows.read();
            }
            assertThat(single).isEqualTo(whole);
            assertThat(rows.read()).isEqualTo(-1);
        }
    }

    @Test
    void private_words_are_there_to_be_left_out() {
        CompanyExport all = export(ExportPlan.Folders.CONNECTED, ExportPlan.Fields.ALL);
        CompanyExport lean = export(ExportPlan.Folders.CONNECTED, ExportPlan.Fields.LANDING);

        for (ExportDataset dataset : List.of(ExportDataset.MESSAGES, ExportDataset.EVENTS, ExportDataset.CONTACTS)) {
            assertThat(lines(all, dataset)).allMatch(line -> line.contains(Wording.MARK));
            assertThat(lines(lean, dataset))
                    .hasSameSizeAs(lines(all, dataset))
                    .noneMatch(line -> line.contains(Wording.MARK));
        }
    }

    @Test
    void drafts_and_junk_come_with_all_folders_only() {
        List<String> connected =
                lines(export(ExportPlan.Folders.CONNECTED, ExportPlan.Fields.LANDING), ExportDataset.MESSAGES);
        List<String> all = lines(export(ExportPlan.Folders.ALL, ExportPlan.Fields.LANDING), ExportDataset.MESSAGES);

        assertThat(connected).noneMatch(line -> line.contains("\"isDraft\":true"));
        assertThat(all).anyMatch(line -> line.contains("\"isDraft\":true")).containsAll(connected);
    }

    @Test
    void nobody_without_a_valid_mailbox_has_rows() {
        CompanyExport export = export(ExportPlan.Folders.CONNECTED, ExportPlan.Fields.LANDING);

        assertThat(export.mailboxes()).allMatch(person -> person.isEmployee() && person.isEnabled(AT));
        assertThat(export.mailboxes().size()).isLessThan(60);
    }

    private static CompanyExport export(ExportPlan.Folders folders, ExportPlan.Fields fields) {
        return new CompanyExport(CORRESPONDENCES, MEETINGS, new ExportPlan(COMPANY.begin(), AT, folders, fields));
    }

    private static List<String> lines(CompanyExport export, ExportDataset dataset) {
        List<Person> mailboxes = export.mailboxes().subList(0, 6);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(export.open(dataset, mailboxes), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String line) {
        List<String> names = new ArrayList<>();
        try (JsonParser json = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), line)) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                names.add(json.currentName());
                json.nextToken();
                json.skipChildren();
            }
            assertThat(json.nextToken()).isNull();
        }
        return names;
    }
}
