package io.rapport.simulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.entra.Permission;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a script does that registers an app: as an app that may, with what it needs of Graph. */
class RegistrationTest {

    private final SimulatedTenant tenant =
            SimulatedTenant.start(TenantPlan.small(4, Instant.parse("2026-03-02T09:00:00Z")));

    @AfterEach
    void close() {
        assertThat(tenant.counters().totals().unexpected()).isZero();
        tenant.close();
    }

    private Client registrar(Set<Permission> permissions) {
        AppRegistration registrar = tenant.apps().register("Registrar");
        tenant.apps().change(registrar.clientId(), app -> app.withPermissions(permissions));
        tenant.apps().grantConsent(registrar.clientId());
        return Client.withToken(tenant, Client.anonymous(tenant).token(registrar));
    }

    @Test
    void a_script_registers_an_app_and_grants_it_a_permission() {
        Client client =
                registrar(Set.of(Permission.APPLICATION_READ_WRITE_ALL, Permission.APP_ROLE_ASSIGNMENT_READ_WRITE_ALL));
        String graph = tenant.graphUrl() + "/v1.0";

        Client.Reply created = client.postJson(graph + "/applications", """
                {"displayName":"Mine","web":{"redirectUris":["http://localhost/x"]},"requiredResourceAccess":[
                 {"resourceAppId":"00000003-0000-0000-c000-000000000000","resourceAccess":[
                  {"id":"df021288-bdef-4463-88db-98f22de89214","type":"Role"}]}]}""");
        assertThat(created.status()).isEqualTo(201);
        String appId = created.member("appId");
        String secret = client.postJson(graph + "/applications/" + created.member("id") + "/addPassword", "{}")
                .member("secretText");
        Map<String, ?> resource = client.get(
                        "/servicePrincipals?$filter=appId eq '00000003-0000-0000-c000-000000000000'")
                .value()
                .get(0);
        Client.Reply principal = client.postJson(graph + "/servicePrincipals", "{\"appId\":\"" + appId + "\"}");
        Client.Reply granted = client.postJson(
                graph + "/servicePrincipals/" + principal.member("id") + "/appRoleAssignments",
                "{\"principalId\":\"" + principal.member("id") + "\",\"resourceId\":\"" + resource.get("id")
                        + "\",\"appRoleId\":\"df021288-bdef-4463-88db-98f22de89214\"}");

        assertThat(granted.status()).isEqualTo(201);
        AppRegistration app = tenant.apps().find(appId).orElseThrow();
        assertThat(app.secrets()).contains(secret);
        assertThat(app.redirectUris()).containsExactly("http://localhost/x");
        assertThat(Client.withToken(tenant, Client.anonymous(tenant).token(app))
                        .get("/users")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_app_is_changed_in_what_is_named_alone() {
        Client client = registrar(Set.of(Permission.APPLICATION_READ_WRITE_ALL));
        AppRegistration app = tenant.app(StandardApp.OUTLOOK_CALENDAR);

        Client.Reply changed = client.send(HttpRequest.newBuilder(
                        URI.create(tenant.graphUrl() + "/v1.0/applications/" + app.objectId()))
                .header("Authorization", client.authorization())
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"web\":{\"redirectUris\":[\"http://a/\"]}}"))
                .build());

        assertThat(changed.status()).isEqualTo(204);
        assertThat(tenant.app(StandardApp.OUTLOOK_CALENDAR).redirectUris()).containsExactly("http://a/");
        assertThat(tenant.app(StandardApp.OUTLOOK_CALENDAR).permissions()).isEqualTo(app.permissions());
    }

    @Test
    void who_may_not_is_refused() {
        Client client = registrar(Set.of(Permission.USER_READ_ALL));

        assertThat(client.get("/applications").status()).isEqualTo(403);
        assertThat(client.postJson(tenant.graphUrl() + "/v1.0/applications", "{}")
                        .status())
                .isEqualTo(403);
    }
}
