package io.rapport.simulator.graph.directory;

import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.entra.AppRole;
import io.rapport.simulator.entra.Apps;
import io.rapport.simulator.entra.Ids;
import io.rapport.simulator.entra.Permission;
import io.rapport.simulator.graph.call.Access;
import io.rapport.simulator.graph.call.Call;
import io.rapport.simulator.graph.call.CollectionBody;
import io.rapport.simulator.graph.call.Listing;
import io.rapport.simulator.graph.call.Quirks;
import io.rapport.simulator.graph.call.Route;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.graph.odata.LinkTokens;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /servicePrincipals}: what a script needs that grants an app its permissions. */
public final class ServicePrincipalRoutes {

    private static final Access GRANT = Access.directory(Permission.APP_ROLE_ASSIGNMENT_READ_WRITE_ALL);
    private static final String PRINCIPAL = "/servicePrincipals/{id}";

    private final Apps apps;
    private final Ids ids;
    private final Listing<ApplicationType.Principal> principals;

    public ServicePrincipalRoutes(Apps apps, Ids ids, LinkTokens tokens) {
        this.apps = apps;
        this.ids = ids;
        this.principals = Listing.ofDirectory(ApplicationType.PRINCIPAL, tokens, Quirks.NONE);
    }

    public List<Route> all() {
        return List.of(
                Route.get("/servicePrincipals", ApplicationRoutes.READ, 2, this::listPrincipals),
                Route.of("POST", "/servicePrincipals", ApplicationRoutes.WRITE, 1, this::addPrincipal),
                Route.get(
                        PRINCIPAL,
                        ApplicationRoutes.READ,
                        1,
                        call -> shownPrincipal(call, 200, principal(call.key(0)))),
                Route.get(PRINCIPAL + "/appRoleAssignments", ApplicationRoutes.READ, 1, this::assignments),
                Route.of("POST", PRINCIPAL + "/appRoleAssignments", GRANT, 1, this::assign));
    }

    private Answer listPrincipals(Call call) {
        return principals.answer(
                call,
                "servicePrincipals",
                ApplicationType.PRINCIPAL.select(call.options().select()),
                at -> principals());
    }

    /** There is one already: the principal comes with the registration. */
    private Answer addPrincipal(Call call) {
        String appId = ApplicationJson.text(ApplicationJson.body(call.request()), "appId");
        AppRegistration app = apps.find(appId)
                .orElseThrow(() -> new GraphRefusal(
                        400,
                        "Request_BadRequest",
                        "The appId '" + appId
                                + "' of the service principal does not reference a valid application object."));
        return shownPrincipal(call, 201, principal(app.principalId()));
    }

    private Answer assignments(Call call) {
        AppRegistration app = appOfPrincipal(call.key(0));
        return CollectionBody.answer(call, Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", call.metadata() + "appRoleAssignments");
            json.writeArrayPropertyStart("value");
            for (Permission permission : Permission.values()) {
                if (apps.consented(app.clientId()).contains(permission)) {
                    json.writeStartObject();
                    json.writeStringProperty("id", ids.guid("assignment", app.clientId(), permission.id()));
                    json.writeStringProperty("appRoleId", permission.id());
                    json.writeStringProperty("principalId", app.principalId());
                    json.writeStringProperty("principalType", "ServicePrincipal");
                    json.writeStringProperty("resourceId", graphPrincipal().id());
                    json.writeStringProperty(
                            "resourceDisplayName", graphPrincipal().displayName());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private Answer assign(Call call) {
        AppRegistration app = appOfPrincipal(call.key(0));
        Map<String, @Nullable Object> body = ApplicationJson.body(call.request());
        String role = ApplicationJson.text(body, "appRoleId");
        Permission permission = Permission.find(role)
                .filter(any -> graphPrincipal().id().equals(body.get("resourceId")))
                .orElseThrow(() -> new GraphRefusal(
                        400, "Request_BadRequest", "Permission being assigned was not found on application."));
        apps.grant(app.clientId(), permission);
        return ApplicationJson.withStatus(201, CollectionBody.answer(call, Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("id", ids.guid("assignment", app.clientId(), permission.id()));
            json.writeStringProperty("appRoleId", permission.id());
            json.writeStringProperty("principalId", app.principalId());
            json.writeStringProperty("resourceId", graphPrincipal().id());
            json.writeEndObject();
        })));
    }

    private AppRegistration appOfPrincipal(String id) {
        return apps.all().stream()
                .filter(app -> app.principalId().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> GraphRefusal.noResource(id));
    }

    private ApplicationType.Principal principal(String id) {
        return principals().stream()
                .filter(principal -> principal.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> GraphRefusal.noResource(id));
    }

    /** Graph itself, and every registered app. */
    private List<ApplicationType.Principal> principals() {
        List<ApplicationType.Principal> all = new ArrayList<>();
        all.add(graphPrincipal());
        apps.all()
                .forEach(app -> all.add(new ApplicationType.Principal(
                        app.principalId(), app.clientId(), app.displayName(), app.appRoles(), "User")));
        return all;
    }

    private ApplicationType.Principal graphPrincipal() {
        List<AppRole> roles = Arrays.stream(Permission.values())
                .map(permission -> new AppRole(permission.id(), permission.value(), permission.title()))
                .toList();
        return new ApplicationType.Principal(
                ids.guid("principal", "graph"), ApplicationType.GRAPH, "Microsoft Graph", roles, "Application");
    }

    private static Answer shownPrincipal(Call call, int status, ApplicationType.Principal principal) {
        return ApplicationJson.written(call, status, "servicePrincipals", ApplicationType.PRINCIPAL, principal);
    }
}
