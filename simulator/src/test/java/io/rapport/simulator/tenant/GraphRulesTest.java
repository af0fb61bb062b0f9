package io.rapport.simulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.simulator.company.MailboxState;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.control.Fault;
import io.rapport.simulator.control.FaultRule;
import io.rapport.simulator.throttle.ThrottleLimits;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphRulesTest {

    private final SimulatedTenant tenant = SimulatedTenant.start(TenantPlan.of(
            2,
            120,
            2,
            Instant.parse("2026-03-02T09:00:00Z"),
            java.time.InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"))));
    private final String user = "/users/" + tenant.administrator().id();

    @AfterEach
    void close() {
        assertThat(tenant.counters().totals().unexpected()).isZero();
        tenant.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/users,                          200, 200, 200",
        "/groups,                         200, 200, 403",
        "/mailboxSettings,                200, 200, 200",
        "/contacts,                       200, 200, 403",
        "/contactFolders,                 200, 200, 403",
        "/mailFolders,                    200, 200, 403",
        "/messages?$select=subject,       200, 200, 403",
        "/messages?$select=body,          200, 403, 403",
        "/messages?$select=bodyPreview,   200, 403, 403",
        "/messages?$select=uniqueBody,    200, 403, 403",
        "/calendarView?startDateTime=2026-01-01&endDateTime=2026-02-01, 403, 403, 200",
        "/calendarView?startDateTime=2026-01-01&endDateTime=2026-02-01&$select=body, 403, 403, 403",
    })
    void who_may_read_what(String path, int mail, int metadata, int calendar) {
        boolean isDirectory = path.equals("/users") || path.equals("/groups");
        String whole = isDirectory ? path : user + path;

        assertThat(Client.of(tenant, StandardApp.OUTLOOK_MAIL).get(whole).status())
                .isEqualTo(mail);
        Client.Reply basic =
                Client.of(tenant, StandardApp.OUTLOOK_MAIL_METADATA).get(whole);
        assertThat(basic.status()).isEqualTo(metadata);
        Client.Reply events = Client.of(tenant, StandardApp.OUTLOOK_CALENDAR).get(whole);
        assertThat(events.status()).isEqualTo(calendar);
        if (metadata == 403) {
            assertThat(basic.errorCode()).isEqualTo("ErrorAccessDenied");
        }
        if (calendar == 403) {
            assertThat(events.errorCode()).isEqualTo(isDirectory ? "Authorization_RequestDenied" : "ErrorAccessDenied");
        }
    }

    @Test
    void a_basic_reader_gets_no_body_without_asking() {
        assertThat(Client.of(tenant, StandardApp.OUTLOOK_MAIL)
                        .get(user + "/messages")
                        .value())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).containsKeys("body", "bodyPreview"));
        assertThat(Client.of(tenant, StandardApp.OUTLOOK_MAIL_METADATA)
                        .get(user + "/messages")
                        .value())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message)
                        .containsKeys("subject", "toRecipients")
                        .doesNotContainKeys("body", "bodyPreview", "uniqueBody"));
    }

    @Test
    void tokens_are_looked_at() {
        Client.Reply none = Client.anonymous(tenant).get("/users");
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.errorCode()).isEqualTo("InvalidAuthenticationToken");
        assertThat(none.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(Client.withToken(tenant, "nonsense").get("/users").status()).isEqualTo(401);
        String token = Client.anonymous(tenant).token(tenant.app(StandardApp.OUTLOOK_MAIL));
        assertThat(Client.withToken(tenant, token + "x").get("/users").status()).isEqualTo(401);
    }

    @Test
    void mailboxes_that_cant_be_read_say_why() {
        Client client = Client.of(tenant, StandardApp.OUTLOOK_MAIL_METADATA);
        Instant now = tenant.clock().instant();
        Map<MailboxState, String> codes = Map.of(
                MailboxState.NONE, "MailboxNotEnabledForRESTAPI",
                MailboxState.SOFT_DELETED, "MailboxNotEnabledForRESTAPI",
                MailboxState.ON_PREMISES, "MailboxNotHostedInExchangeOnline");
        codes.forEach((state, code) -> {
            List<Person> people = tenant.company().people().stream()
                    .filter(person -> person.isInDirectory(now) && person.mailboxState(now) == state)
                    .limit(2)
                    .toList();
            assertThat(people).allSatisfy(person -> {
                Client.Reply reply = client.get("/users/" + person.id() + "/mailFolders");
                assertThat(reply.status()).isEqualTo(404);
                assertThat(reply.errorCode()).isEqualTo(code);
            });
        });
        assertThat(client.get("/users/nobody@example.com/messages").errorCode()).isEqualTo("ErrorInvalidUser");
        assertThat(client.get("/users/nobody@example.com").errorCode()).isEqualTo("Request_ResourceNotFound");

        String app = tenant.app(StandardApp.OUTLOOK_MAIL_METADATA).clientId();
        tenant.gate().restrict(app, Set.of(tenant.people().get(1).id()));
        Client.Reply denied = client.get(user + "/messages");
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.text()).contains("Access to OData is disabled.");
        assertThat(client.get("/users/" + tenant.people().get(1).id() + "/messages")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /nothing,                                  400, BadRequest",
        "GET,    /users/x/nothing,                          400, BadRequest",
        "DELETE, /users,                                    405, Request_BadRequest",
        "GET,    /users?$select=nothing,                    400, RequestBroker--ParseUri",
        "GET,    /users?$top=0,                             400, BadRequest",
        "GET,    /users?$top=1000,                          400, BadRequest",
        "GET,    /users?$frobnicate=1,                      400, BadRequest",
        "GET,    /users?$filter=accountEnabled is true,     400, BadRequest",
        "GET,    /users?$filter=accountEnabled eq 'x',      400, BadRequest",
        "GET,    /users?$skiptoken=nonsense,                400, BadRequest",
        "GET,    '/users?$filter=proxyAddresses eq ''x''',  400, Request_UnsupportedQuery",
    })
    void what_means_nothing_is_refused_as_graph_does(String method, String path, int status, String code) {
        Client.Reply reply = Client.of(tenant, StandardApp.OUTLOOK_MAIL).request(method, path);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.errorCode()).isEqualTo(code);
        assertThat(reply.text()).contains("innerError").contains("request-id");
    }

    @Test
    void filters_and_orders_are_obeyed() {
        Client client = Client.of(tenant, StandardApp.OUTLOOK_MAIL);

        assertThat(client.get(
                                "/users?$top=999&$filter=accountEnabled eq true and userType eq 'Member'&$select=accountEnabled,userType")
                        .value())
                .isNotEmpty()
                .allSatisfy(person ->
                        assertThat(person).containsEntry("accountEnabled", true).containsEntry("userType", "Member"));
        assertThat(client.get("/users?$filter=userPrincipalName eq '"
                                + tenant.administrator().userPrincipalName().toUpperCase(java.util.Locale.ROOT) + "'")
                        .value())
                .hasSize(1);
        assertThat(client.get(
                                user
                                        + "/messages?$top=50&$select=receivedDateTime&$filter=receivedDateTime ge 2026-02-01T00:00:00Z&$orderby=receivedDateTime")
                        .value())
                .isNotEmpty()
                .extracting(message -> String.valueOf(message.get("receivedDateTime")))
                .isSorted();
        assertThat(client.get(user + "/messages?$filter=isRead eq true&$orderby=receivedDateTime")
                        .errorCode())
                .isEqualTo("InefficientFilter");
    }

    @Test
    void a_fifth_request_to_a_mailbox_at_the_same_time_is_throttled() {
        String app = tenant.app(StandardApp.OUTLOOK_MAIL).clientId();
        Client client = Client.of(tenant, StandardApp.OUTLOOK_MAIL);
        List<AutoCloseable> others = List.of(1, 2, 3, 4).stream()
                .<AutoCloseable>map(any -> tenant.throttle()
                        .enterMailbox(app, tenant.administrator().id()))
                .toList();

        Client.Reply reply = client.get(user + "/messages");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.errorCode()).isEqualTo("ApplicationThrottled");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        others.forEach(other -> Assertions.assertThatCode(other::close).doesNotThrowAnyException());
        assertThat(client.get(user + "/messages").status()).isEqualTo(200);
        assertThat(tenant.counters().totals().throttled()).isEqualTo(1);
    }

    @Test
    void the_directory_counts_what_requests_cost() {
        Client client = Client.of(tenant, StandardApp.OUTLOOK_MAIL);
        tenant.throttle().reset(new ThrottleLimits(4, 10_000, 5, 130_000));

        assertThat(client.get("/users").header("x-ms-resource-unit")).isEqualTo("2");
        assertThat(client.get("/users?$select=id&$top=5").header("x-ms-resource-unit"))
                .isEqualTo("1");
        assertThat(client.get("/users").header("x-ms-throttle-limit-percentage"))
                .isEqualTo("1.00");
        Client.Reply refused = client.get("/users");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.errorCode()).isEqualTo("TooManyRequests");
        assertThat(refused.header("x-ms-throttle-information")).isEqualTo("ResourceUnitLimitExceeded");
    }

    @Test
    void a_batch_fails_part_by_part() {
        Client client = Client.of(tenant, StandardApp.OUTLOOK_MAIL);
        String url = tenant.graphUrl() + "/v1.0/$batch";

        Client.Reply reply = client.postJson(url, """
                {"requests":[
                 {"id":"1","method":"GET","url":"/users?$top=1&$select=id"},
                 {"id":"2","method":"GET","url":"/users/nobody"},
                 {"id":"3","method":"GET","url":"/organization","dependsOn":["2"]},
                 {"id":"4","method":"GET","url":"/organization","dependsOn":["1"]}]}""");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .contains("\"id\":\"1\",\"status\":200")
                .contains("\"id\":\"2\",\"status\":404")
                .contains("\"id\":\"3\",\"status\":424")
                .contains("\"id\":\"4\",\"status\":200");
        assertThat(client.postJson(url, "{").status()).isEqualTo(400);
        assertThat(client.postJson(url, "{\"requests\":[" + "{\"id\":\"1\"},".repeat(20) + "{}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void planned_faults_happen_when_they_are_due() {
        Client client = Client.of(tenant, StandardApp.OUTLOOK_MAIL).heldAgainstNothing();
        String messages = user + "/messages?$top=2";
        tenant.faults()
                .schedule(FaultRule.of(Fault.throttled("2.128"))
                        .path("/v1.0/users/*/messages")
                        .from(2)
                        .times(1));
        tenant.faults()
                .schedule(FaultRule.of(Fault.status(503))
                        .mailbox(tenant.people().get(1).mail()));

        assertThat(client.get(messages).status()).isEqualTo(200);
        Client.Reply throttled = client.get(messages);
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.header("Retry-After")).isEqualTo("2.128");
        assertThat(client.get(messages).status()).isEqualTo(200);
        assertThat(client.get("/users/" + tenant.people().get(1).id() + "/messages")
                        .status())
                .isEqualTo(503);

        tenant.faults().clear();
        tenant.faults().schedule(FaultRule.of(new Fault.Truncated()).times(1));
        assertThat(client.get(messages).text()).startsWith("{").doesNotEndWith("}");
        tenant.faults().schedule(FaultRule.of(new Fault.NotJson()).times(1));
        assertThat(client.get(messages).text()).startsWith("<html>");
        tenant.faults().schedule(FaultRule.of(new Fault.WrongTypes()).times(1));
        assertThat(client.get(messages).value().get(0)).containsEntry("receivedDateTime", "yesterday");
        tenant.faults().schedule(FaultRule.of(new Fault.Cut(100)).times(1));
        Assertions.assertThatThrownBy(() -> client.get(messages)).isInstanceOf(UncheckedIOException.class);
        tenant.faults()
                .schedule(FaultRule.of(new Fault.Slow(Duration.ofMillis(1))).times(1));
        assertThat(client.get(messages).status()).isEqualTo(200);
        assertThat(tenant.counters().totals().faults()).isEqualTo(7);
    }

    @Test
    void the_control_interface_turns_clock_and_faults_and_shows_counters() {
        Client control = Client.anonymous(tenant);
        String url = tenant.controlUrl().toString();

        assertThat(control.postJson(url + "/clock/advance", "{\"by\":\"P1D\"}").member("now"))
                .isEqualTo("2026-03-03T09:00:00Z");
        assertThat(tenant.clock().instant()).isEqualTo(Instant.parse("2026-03-03T09:00:00Z"));
        assertThat(control.postJson(
                                url + "/faults",
                                "{\"fault\":\"status\",\"status\":504,\"path\":\"/v1.0/**\",\"times\":1}")
                        .status())
                .isEqualTo(201);
        assertThat(Client.of(tenant, StandardApp.OUTLOOK_MAIL).get("/users").status())
                .isEqualTo(504);
        assertThat(control.postJson(url + "/faults", "{\"fault\":\"nonsense\"}").text())
                .contains("wrongTypes");
        assertThat(control.get(url + "/counters").json())
                .containsKeys("requests", "throttled", "mostTogetherPerMailbox");
        assertThat(control.get(tenant.graphUrl() + "/clock").status()).isEqualTo(400);
    }
}
