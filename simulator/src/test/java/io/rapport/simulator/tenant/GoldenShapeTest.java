package io.rapport.simulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.simulator.control.Fault;
import io.rapport.simulator.control.FaultRule;
import io.rapport.simulator.http.JsonTree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers have at least the members that the samples of Microsoft's documentation have, and of the same kinds. */
class GoldenShapeTest {

    private static final String SPAN = "startDateTime=2026-01-01T00:00:00Z&endDateTime=2026-04-01T00:00:00Z";

    private final SimulatedTenant tenant =
            SimulatedTenant.start(TenantPlan.small(13, Instant.parse("2026-03-02T09:00:00Z")));
    private final Client mail = Client.of(tenant, StandardApp.OUTLOOK_MAIL).with("Prefer", "IdType=\"ImmutableId\"");
    private final String user = "/users/" + tenant.administrator().id();

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void a_page_of_users() {
        assertShape(
                mail.get("/users?$select=id,mail,accountEnabled,userType,assignedPlans,proxyAddresses&$top=2"), """
                {"@odata.context": "", "@odata.nextLink": "", "value": [{"id": "", "mail": "", "accountEnabled": true,
                 "userType": "", "assignedPlans": [{"assignedDateTime": "", "capabilityStatus": "", "service": "",
                 "servicePlanId": ""}], "proxyAddresses": [""]}]}""");
    }

    @Test
    void a_delta_round_of_messages_and_what_it_says_of_a_removed_one() {
        String delta = user + "/mailFolders/inbox/messages/delta?$select=isRead,sender&$top=500";
        List<Client.Reply> round = mail.pages(delta);
        Client.Reply last = round.get(round.size() - 1);
        assertShape(mail.get(user + "/mailFolders/inbox/messages/delta?$select=isRead,sender&$top=2"), """
                {"@odata.context": "", "@odata.nextLink": "", "value": [{"@odata.type": "", "@odata.etag": "", "id": "",
                 "isRead": false, "sender": {"emailAddress": {"name": "", "address": ""}}}]}""");
        assertShape(last, """
                {"@odata.context": "", "@odata.deltaLink": "", "value": []}""");

        tenant.clock().advance(Duration.ofDays(14));
        Map<String, @Nullable Object> removed = mail.pages(last.member("@odata.deltaLink")).stream()
                .flatMap(page -> page.value().stream())
                .filter(message -> message.containsKey("@removed"))
                .findFirst()
                .orElseThrow();
        assertThat(removed).containsOnlyKeys("@odata.type", "id", "@removed");
        assertThat(removed).containsEntry("@odata.type", "#microsoft.graph.message");
        assertThat(removed).containsEntry("@removed", Map.of("reason", "deleted"));
    }

    @Test
    void transitive_members() {
        assertShape(
                mail.get("/groups/" + tenant.company().lists().get(0).id() + "/transitiveMembers?$select=id,mail"),
                """
                {"value": [{"@odata.type": "", "id": "", "mail": ""}]}""");
    }

    @Test
    void contacts() {
        assertShape(mail.get(user + "/contacts"), """
                {"value": [{"id": "", "parentFolderId": "", "displayName": "",
                 "emailAddresses": [{"name": "", "address": ""}], "changeKey": "", "createdDateTime": "",
                 "lastModifiedDateTime": ""}]}""");
    }

    @Test
    void events() {
        Client calendar = Client.of(tenant, StandardApp.OUTLOOK_CALENDAR);
        assertShape(calendar.get(user + "/calendarView?$top=500&" + SPAN), """
                {"value": [{"id": "", "iCalUId": "", "type": "", "isOrganizer": true, "isCancelled": false,
                 "start": {"dateTime": "", "timeZone": ""}, "end": {"dateTime": "", "timeZone": ""},
                 "organizer": {"emailAddress": {"name": "", "address": ""}},
                 "attendees": [{"type": "", "status": {"response": "", "time": ""},
                  "emailAddress": {"name": "", "address": ""}}]}]}""");
        assertThat(calendar.get(user + "/calendarView?" + SPAN).text())
                .containsPattern("\"start\":\\{\"dateTime\":\"2026-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.0000000\"");
    }

    @Test
    void mailbox_settings() {
        Client.Reply settings = mail.get(user + "/mailboxSettings");
        assertShape(settings, """
                {"timeZone": "", "dateFormat": "", "timeFormat": "", "language": {"locale": "", "displayName": ""},
                 "workingHours": {"daysOfWeek": [""], "startTime": "", "endTime": "", "timeZone": {"name": ""}},
                 "automaticRepliesSetting": {"status": ""}}""");
        assertThat(settings.text()).containsPattern("\"startTime\":\"\\d\\d:\\d\\d:00\\.0000000\"");
    }

    @Test
    void a_batch_of_which_a_part_is_throttled() {
        tenant.faults()
                .schedule(FaultRule.of(Fault.throttled("5")).path("/v1.0/users").times(1));

        Client.Reply batch = mail.postJson(
                tenant.graphUrl() + "/v1.0/$batch",
                "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users\"}]}");
        assertShape(batch, """
                {"responses": [{"id": "", "status": 429, "headers": {"Retry-After": ""},
                 "body": {"error": {"code": "", "message": ""}}}]}""");
        assertThat(batch.text()).contains("\"Retry-After\":\"5\"");
    }

    @Test
    void a_refusal_of_too_many_requests() {
        tenant.faults()
                .schedule(
                        FaultRule.of(Fault.throttled("2.5")).path("/v1.0/users").times(1));

        assertShape(mail.get("/users"), """
                {"error": {"code": "", "innerError": {"code": "", "date": "", "request-id": "", "status": ""},
                 "message": ""}}""");
    }

    /** A token's refusal, as Entra writes it. */
    @Test
    void a_refusal_of_a_token() {
        assertShape(mail.tokenReply(tenant.app(StandardApp.OUTLOOK_MAIL), Map.of("client_secret", "wrong")), """
                {"error": "", "error_description": "", "error_codes": [1], "timestamp": "", "trace_id": "",
                 "correlation_id": ""}""");
    }

    /** Of each list of the sample some entity of the answer has to have all that its first has. */
    private static void assertShape(Client.Reply reply, String sample) {
        Map<String, @Nullable Object> wanted = JsonTree.object(sample.getBytes(StandardCharsets.UTF_8));
        assertThat(has(reply.json(), wanted))
                .as(
                        "%s%nlacks something of%n%s",
                        reply.text().substring(0, Math.min(1_500, reply.text().length())), sample)
                .isTrue();
    }

    private static boolean has(@Nullable Object value, @Nullable Object wanted) {
        if (wanted instanceof Map<?, ?> members) {
            return value instanceof Map<?, ?> object
                    && new TreeMap<Object, Object>(members)
                            .entrySet().stream()
                                    .allMatch(member -> has(object.get(member.getKey()), member.getValue()));
        }
        if (wanted instanceof List<?> list) {
            return value instanceof List<?> values
                    && (list.isEmpty() || values.stream().anyMatch(each -> has(each, list.get(0))));
        }
        if (wanted instanceof Number) {
            return value instanceof Number;
        }
        return value != null && wanted != null && value.getClass() == wanted.getClass();
    }
}
