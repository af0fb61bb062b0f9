package io.rapport.simulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.Dataset;
import io.rapport.simulator.company.MailingList;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.export.CompanyExport;
import io.rapport.simulator.export.ExportDataset;
import io.rapport.simulator.export.ExportPlan;
import io.rapport.simulator.http.JsonTree;
import io.rapport.simulator.mail.Correspondences;
import io.rapport.simulator.meeting.Meetings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The company as an export and the company over Graph, column by column of what may land. */
class BothWaysTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Pattern LITERAL = Pattern.compile("[A-Za-z.]+'([^']*)'");

    /** What tells whose a row is: an export writes it, and a reader of Graph knows it from the path. */
    private static final Set<String> STAMPS = Set.of("ODataType", "puser", "ptenant", "pObjectId");

    private static final SimulatedTenant TENANT = SimulatedTenant.start(
            TenantPlan.of(29, 40, 3, NOW, InstantSource.fixed(NOW)).withThrottle(1_000));

    private final ExportPlan plan = new ExportPlan(TENANT.company().begin(), NOW);
    private final CompanyExport export =
            new CompanyExport(new Correspondences(TENANT.company()), new Meetings(TENANT.company()), plan);
    private final Client mail = Client.of(TENANT, StandardApp.OUTLOOK_MAIL).with("Prefer", "IdType=\"ImmutableId\"");
    private final Client calendar =
            Client.of(TENANT, StandardApp.OUTLOOK_CALENDAR).with("Prefer", "IdType=\"ImmutableId\"");

    @AfterAll
    static void close() {
        TENANT.close();
    }

    @Test
    void the_directory_is_the_same() {
        same(ExportDataset.USERS, pages(mail, "/users" + select(ExportDataset.USERS) + "&$top=999", "puser", ""));
        same(ExportDataset.GROUPS, pages(mail, "/groups" + select(ExportDataset.GROUPS), "pObjectId", ""));
        same(
                ExportDataset.GROUP_MEMBERS,
                TENANT.company().lists().stream()
                        .map(MailingList::id)
                        .flatMap(list ->
                                pages(mail, "/groups/" + list + "/members?$select=id&$top=999", "pObjectId", list)));
    }

    @Test
    void the_settings_of_every_mailbox_are_the_same() {
        same(ExportDataset.MAILBOX_SETTINGS, ofMailboxes(person -> {
            Map<String, @Nullable Object> settings =
                    mail.get("/users/" + person.id() + "/mailboxSettings").json();
            settings.put("puser", person.id());
            return Stream.of(settings);
        }));
    }

    @Test
    void messages_are_the_same() {
        String options = select(ExportDataset.MESSAGES) + "&$top=1000";
        same(ExportDataset.MESSAGES, ofMailboxes(person -> {
            String user = "/users/" + person.id();
            Set<String> leftOut = Stream.of("junkemail", "drafts")
                    .map(name -> mail.get(user + "/mailFolders/" + name).member("id"))
                    .collect(Collectors.toSet());
            return pages(mail, user + "/messages" + options, "puser", person.id())
                    .filter(message -> !leftOut.contains(message.get("parentFolderId")));
        }));
    }

    @Test
    void events_are_the_same() {
        String options = select(ExportDataset.EVENTS) + "&$top=1000&startDateTime=" + plan.from() + "&endDateTime="
                + plan.calendarUntil();
        same(
                ExportDataset.EVENTS,
                ofMailboxes(person ->
                        pages(calendar, "/users/" + person.id() + "/calendarView" + options, "puser", person.id())));
    }

    @Test
    void contacts_are_the_same() {
        same(ExportDataset.CONTACTS, ofMailboxes(person -> {
            String folders = "/users/" + person.id() + "/contactFolders";
            List<String> ids = new ArrayList<>(List.of("contacts"));
            for (int i = 0; i < ids.size(); i++) {
                pages(mail, folders + "/" + ids.get(i) + "/childFolders?$top=100", "puser", "")
                        .forEach(folder -> ids.add(String.valueOf(folder.get("id"))));
            }
            return ids.stream()
                    .flatMap(id -> pages(
                            mail,
                            folders + "/" + id + "/contacts" + select(ExportDataset.CONTACTS) + "&$top=1000",
                            "puser",
                            person.id()));
        }));
    }

    private void same(ExportDataset dataset, Stream<Map<String, @Nullable Object>> overGraph) {
        Map<String, String> exported = rows(dataset.dataset(), exported(dataset));

        assertThat(exported).hasSizeGreaterThan(10);
        assertThat(rows(dataset.dataset(), overGraph)).isEqualTo(exported);
    }

    private Stream<Map<String, @Nullable Object>> ofMailboxes(
            Function<Person, Stream<Map<String, @Nullable Object>>> read) {
        return export.mailboxes().stream().flatMap(read);
    }

    private Stream<Map<String, @Nullable Object>> exported(ExportDataset dataset) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(export.open(dataset, export.mailboxes()), StandardCharsets.UTF_8))) {
            return lines.lines().toList().stream().map(line -> JsonTree.object(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** All pages of a listing; each object stamped with whose it is, its own id where no owner is given. */
    private static Stream<Map<String, @Nullable Object>> pages(Client client, String path, String stamp, String owner) {
        return client.pages(path).stream()
                .flatMap(page -> page.value().stream())
                .map(object -> {
                    object.put(stamp, owner.isEmpty() ? object.get("id") : owner);
                    return object;
                });
    }

    private static String select(ExportDataset dataset) {
        return dataset.dataset().columns().stream()
                .filter(column -> !column.isDerived() && !STAMPS.contains(column.name()))
                .map(Column::name)
                .collect(Collectors.joining(",", "?$select=", ""));
    }

    /** By key, the columns that may land, typed literals as the words that they are. */
    private static Map<String, String> rows(Dataset dataset, Stream<Map<String, @Nullable Object>> objects) {
        Map<String, String> rows = new TreeMap<>();
        objects.forEach(object -> {
            String key = dataset.key().stream()
                    .map(column -> String.valueOf(object.get(column)))
                    .collect(Collectors.joining(" "));
            List<Column> columns = dataset.columns().stream()
                    .filter(column -> !column.isDerived() && !STAMPS.contains(column.name()))
                    .toList();
            assertThat(rows.put(key, fields(columns, object).toString()))
                    .as(key)
                    .isNull();
        });
        return rows;
    }

    private static Map<String, @Nullable Object> fields(List<Column> columns, Map<?, ?> object) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        columns.forEach(column -> kept.put(column.name(), value(column.type(), object.get(column.name()))));
        return kept;
    }

    private static @Nullable Object value(ColumnType type, @Nullable Object value) {
        if (type instanceof ColumnType.ListOf list && value instanceof List<?> elements) {
            return elements.stream().map(each -> value(list.element(), each)).toList();
        }
        if (type instanceof ColumnType.Struct struct && value instanceof Map<?, ?> object) {
            return fields(struct.fields(), object);
        }
        if (type == ColumnType.Scalar.WORD && value instanceof String text) {
            Matcher literal = LITERAL.matcher(text);
            return literal.matches() ? literal.group(1) : text;
        }
        return value;
    }
}
