package io.rapport.simulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.http.Parameters;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every request and every answer, against Microsoft's own description of Graph. */
class ConformanceTest {

    private static final Path DESCRIPTION = Path.of("../../shared/reference/graph-openapi-subset.yaml");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static SimulatedTenant tenant = SimulatedTenant.start(TenantPlan.small(5, NOW));
    private static OpenApiInteractionValidator validator;

    @BeforeAll
    static void read_the_description() {
        assumeTrue(Files.exists(DESCRIPTION), "Microsoft's description of Graph is not there: " + DESCRIPTION);
        validator = OpenApiInteractionValidator.createFor(
                        DESCRIPTION.toAbsolutePath().normalize().toUri().toString())
                .withLevelResolver(LevelResolver.create()
                        // OData's own words stand beside the schema's, which doesn't know them.
                        .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.IGNORE)
                        .build())
                .build();
    }

    @AfterAll
    static void close() {
        tenant.close();
    }

    @Test
    void everything_that_a_mail_connector_asks_is_as_described() {
        Client client = Client.of(tenant, StandardApp.OUTLOOK_MAIL).with("Prefer", "IdType=\"ImmutableId\"");
        Person person = tenant.administrator();
        String user = "/users/" + person.id();
        List<Client.Reply> replies = new ArrayList<>();
        replies.addAll(
                client.pages("/users?$select=id,mail,accountEnabled,assignedPlans,proxyAddresses,userType&$top=20"));
        replies.addAll(client.pages("/users/delta?$select=id,mail,department"));
        replies.add(client.get(user));
        replies.addAll(client.pages("/groups"));
        replies.addAll(client.pages("/groups/delta"));
        String group = "/groups/" + tenant.company().lists().get(0).id();
        replies.add(client.get(group));
        replies.addAll(client.pages(group + "/members?$top=999"));
        replies.addAll(client.pages(group + "/transitiveMembers?$select=id,mail"));
        replies.add(client.get("/organization"));
        replies.add(client.get(user + "/mailboxSettings"));
        replies.addAll(client.pages(user + "/mailFolders?$top=100"));
        replies.addAll(client.pages(user + "/mailFolders/delta"));
        replies.addAll(client.pages(user + "/mailFolders/inbox/childFolders"));
        replies.addAll(client.pages(user + "/mailFolders/inbox/messages?$top=500"));
        replies.addAll(
                client.pages(
                        user
                                + "/mailFolders/sentitems/messages/delta?$select=sentDateTime,toRecipients,internetMessageId,conversationId&$top=200"));
        replies.add(client.get(user + "/messages?$top=5"));
        replies.addAll(client.pages(user + "/contactFolders"));
        replies.addAll(client.pages(user + "/contacts?$top=50"));
        replies.addAll(client.pages(user + "/contactFolders/contacts/contacts/delta"));
        replies.addAll(client.pages(user + "/contactFolders/delta"));
        replies.add(client.get("/users/nobody"));

        assertThat(replies).allSatisfy(ConformanceTest::conforms);
    }

    @Test
    void everything_that_a_calendar_connector_asks_is_as_described() {
        Client client = Client.of(tenant, StandardApp.OUTLOOK_CALENDAR);
        String view = "/users/" + tenant.administrator().id() + "/calendarView";
        String span = "?startDateTime=2025-11-01T00:00:00Z&endDateTime=2026-05-01T00:00:00Z";
        List<Client.Reply> replies = new ArrayList<>();
        replies.addAll(client.pages(view + span + "&$top=100"));
        replies.addAll(client.pages(view + "/delta" + span));
        replies.add(client.get(view + span + "&$select=body"));

        assertThat(replies.get(0).value()).isNotEmpty();
        assertThat(replies).allSatisfy(ConformanceTest::conforms);
    }

    @Test
    void a_batch_is_as_described() {
        Client client = Client.of(tenant, StandardApp.OUTLOOK_MAIL_METADATA);
        String body = """
                {"requests":[{"id":"1","method":"GET","url":"/users?$top=1"},{"id":"2","method":"GET","url":"/nothing"}]}""";

        Client.Reply reply = client.postJson(tenant.graphUrl() + "/v1.0/$batch", body);

        assertThat(reply.status()).isEqualTo(200);
        ValidationReport report = validator.validate(
                SimpleRequest.Builder.post("/$batch")
                        .withContentType("application/json")
                        .withBody(body)
                        .build(),
                response(reply));
        assertThat(report.getMessages()).isEmpty();
    }

    private static void conforms(Client.Reply reply) {
        URI uri = reply.request().uri();
        SimpleRequest.Builder request =
                SimpleRequest.Builder.get(uri.getRawPath().substring("/v1.0".length()));
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        Parameters parameters = Parameters.of(query);
        for (String name : parameters.names()) {
            request.withQueryParam(name, parameters.text(name));
        }
        ValidationReport report = validator.validate(request.build(), response(reply));
        assertThat(report.getMessages()).as("%s", uri).isEmpty();
    }

    private static SimpleResponse response(Client.Reply reply) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(reply.status());
        for (Map.Entry<String, List<String>> header :
                reply.response().headers().map().entrySet()) {
            response.withHeader(header.getKey(), header.getValue());
        }
        return response.withBody(reply.response().body()).build();
    }
}
