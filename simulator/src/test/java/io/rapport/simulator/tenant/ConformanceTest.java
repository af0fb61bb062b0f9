package io.rapport.simulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.simulator.company.Person;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every operation that is served, in every form in which a connector asks for it, against Microsoft's description. */
class ConformanceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String SPAN = "startDateTime=2025-11-01T00:00:00Z&endDateTime=2026-05-01T00:00:00Z";

    /** Described, and not served: nobody asks for them. */
    private static final Set<String> NOT_SERVED =
            Set.of("get /subscribedSkus", "get /users/{id}/events", "get /users/{id}/events/{id}");

    private static final Set<String> STAMPS = Set.of("ODataType", "puser", "ptenant", "pObjectId");

    private static SimulatedTenant tenant = SimulatedTenant.start(TenantPlan.small(5, NOW));

    private final Client mail = Client.of(tenant, StandardApp.OUTLOOK_MAIL).with("Prefer", "IdType=\"ImmutableId\"");
    private final Client calendar =
            Client.of(tenant, StandardApp.OUTLOOK_CALENDAR).with("Prefer", "IdType=\"ImmutableId\"");
    private final Person person = tenant.administrator();
    private final String user = "/users/" + person.id();
    private final Set<String> asked = new TreeSet<>();

    @BeforeAll
    static void look_for_the_description() {
        assumeTrue(Conformance.isKnown(), "Microsoft's description of Graph is not there: " + Conformance.DESCRIPTION);
    }

    @AfterAll
    static void close() {
        tenant.close();
    }

    @Test
    void every_operation_that_is_described_is_served_as_described() throws IOException {
        String group = tenant.company().lists().get(0).id();
        String folder = mail.get(user + "/mailFolders/inbox").member("id");
        String message = id(mail.get(user + "/messages?$top=1"));
        String contacts = id(mail.get(user + "/contactFolders?$top=1"));
        String contact = id(mail.get(user + "/contacts?$top=1"));
        Client any = mail;
        ask(any, "/users", "?$top=20");
        ask(any, "/users/{id}", "", person.id());
        ask(any, "/users/delta", "?$select=id,mail,department");
        ask(any, "/groups", "");
        ask(any, "/groups/{id}", "", group);
        ask(any, "/groups/{id}/members", "?$top=999", group);
        ask(any, "/groups/{id}/transitiveMembers", "?$select=id,mail", group);
        ask(any, "/groups/delta", "");
        ask(any, "/organization", "");
        ask(any, "/organization/{id}", "", tenant.id());
        ask(any, "/users/{id}/mailboxSettings", "", person.id());
        ask(any, "/users/{id}/contacts", "?$top=50", person.id());
        ask(any, "/users/{id}/contacts/{id}", "", person.id(), contact);
        ask(any, "/users/{id}/contacts/delta", "", person.id());
        ask(any, "/users/{id}/contactFolders", "", person.id());
        ask(any, "/users/{id}/contactFolders/{id}", "", person.id(), contacts);
        ask(any, "/users/{id}/contactFolders/{id}/childFolders", "", person.id(), contacts);
        ask(any, "/users/{id}/contactFolders/{id}/contacts", "", person.id(), contacts);
        ask(any, "/users/{id}/contactFolders/delta", "", person.id());
        ask(any, "/users/{id}/contactFolders/{id}/contacts/delta", "", person.id(), contacts);
        ask(any, "/users/{id}/mailFolders", "?$top=100", person.id());
        ask(any, "/users/{id}/mailFolders/{id}", "", person.id(), folder);
        ask(any, "/users/{id}/mailFolders/{id}/childFolders", "", person.id(), folder);
        ask(any, "/users/{id}/mailFolders/{id}/messages", "?$top=500", person.id(), folder);
        ask(any, "/users/{id}/mailFolders/delta", "", person.id());
        ask(any, "/users/{id}/mailFolders/{id}/messages/delta", "?$top=200", person.id(), folder);
        String inFolder = id(mail.get(user + "/mailFolders/" + folder + "/messages?$top=1"));
        ask(any, "/users/{id}/mailFolders/{id}/messages/{id}", "", person.id(), folder, inFolder);
        ask(any, "/users/{id}/messages", "?$top=5", person.id());
        ask(any, "/users/{id}/messages/{id}", "", person.id(), message);
        ask(calendar, "/users/{id}/calendarView", "?$top=100&" + SPAN, person.id());
        ask(calendar, "/users/{id}/calendar/calendarView", "?$top=100&" + SPAN, person.id());
        ask(calendar, "/users/{id}/calendarView/delta", "?" + SPAN, person.id());
        Client.Reply batch = mail.postJson(tenant.graphUrl() + "/v1.0/$batch", """
                {"requests":[{"id":"1","method":"GET","url":"/users?$top=1"},{"id":"2","method":"GET","url":"/nothing"}]}""");
        assertThat(batch.status()).isEqualTo(200);
        asked.add("post /$batch");

        Set<String> described = new TreeSet<>(Conformance.operations());
        described.removeAll(NOT_SERVED);
        assertThat(asked).isEqualTo(described);
    }

    @Test
    void what_a_mail_connector_asks_is_as_described() {
        String fields = select(Datasets.MESSAGE);
        List<String> paths = List.of(
                "/users" + select(Datasets.USER) + "&$top=999",
                "/users?$select=id,assignedPlans&$top=100",
                "/users?$select=id&$count=true&$top=999&$filter=accountEnabled eq true",
                "/groups" + select(Datasets.GROUP_DETAILS) + "&$top=999",
                "/groups?$select=id&$top=1",
                "/groups/" + tenant.company().lists().get(0).id() + "/members?$select=id&$top=999",
                user + "/mailboxSettings?$select=timeZone,workingHours",
                user + "/mailboxSettings?$select=timeZone",
                user + "/contactFolders?$select=id&$top=1",
                user + "/contactFolders/contacts/contacts/delta" + select(Datasets.CONTACT),
                user + "/mailFolders?$select=id,parentFolderId,childFolderCount&$top=250",
                user + "/mailFolders/junkemail?$select=id",
                user + "/mailFolders/inbox/childFolders?$select=id,parentFolderId,childFolderCount&$top=250",
                user + "/mailFolders/inbox/messages?$select=id&$top=1",
                user + "/messages" + fields + "&$top=1");
        Client advanced = mail.with("ConsistencyLevel", "eventual");
        paths.forEach(path -> assertThat(advanced.get(path).status()).as(path).isEqualTo(200));

        Client paged = Client.of(tenant, StandardApp.OUTLOOK_MAIL_METADATA)
                .with("Prefer", "IdType=\"ImmutableId\", odata.maxpagesize=50");
        assertThat(paged.pages(user + "/mailFolders/inbox/messages/delta" + fields + "&$orderby=receivedDateTime desc"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void refusals_are_as_described() {
        assertThat(mail.get("/users/nobody").status()).isEqualTo(404);
        assertThat(calendar.get(user + "/calendarView?" + SPAN + "&$select=body")
                        .status())
                .isEqualTo(403);
        assertThat(Client.withToken(tenant, "none").get("/users").status()).isEqualTo(401);
        assertThat(mail.get("/users?$top=0").status()).isEqualTo(400);
    }

    /** @param ids in the places of the template, in their order */
    private void ask(Client client, String template, String options, String... ids) {
        String path = template;
        for (String id : ids) {
            path = path.replaceFirst("\\{id}", id.replace("$", "\\$"));
        }
        assertThat(client.pages(path + options)).as(path).isNotEmpty();
        asked.add("get " + template);
    }

    private static String id(Client.Reply listing) {
        List<Map<String, @Nullable Object>> entities = listing.value();
        assertThat(entities).as("%s", listing.request().uri()).isNotEmpty();
        return String.valueOf(entities.get(0).get("id"));
    }

    /** What a connector asks for of a dataset: all that may land of it. */
    private static String select(Dataset dataset) {
        return Stream.of(dataset)
                .flatMap(each -> each.columns().stream())
                .filter(column -> !column.isDerived() && !STAMPS.contains(column.name()))
                .map(Column::name)
                .collect(Collectors.joining(",", "?$select=", ""));
    }
}
