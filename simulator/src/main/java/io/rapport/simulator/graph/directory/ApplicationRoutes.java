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
import io.rapport.simulator.graph.odata.EntityType;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.graph.odata.LinkTokens;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Delivery;
import io.rapport.simulator.http.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /applications} and {@code /servicePrincipals}: what a script needs that registers an app and grants it its permissions. */
public final class ApplicationRoutes {

    private static final Access READ =
            Access.directory(Permission.APPLICATION_READ_ALL, Permission.APPLICATION_READ_WRITE_ALL);
    private static final Access WRITE = Access.directory(Permission.APPLICATION_READ_WRITE_ALL);
    private static final Access GRANT = Access.directory(Permission.APP_ROLE_ASSIGNMENT_READ_WRITE_ALL);
    private static final String APP = "/applications/{id}";
    private static final String PRINCIPAL = "/servicePrincipals/{id}";

    private final Apps apps;
    private final Ids ids;
    private final Listing<AppRegistration> listing;
    private final Listing<ApplicationType.Principal> principals;

    public ApplicationRoutes(Apps apps, Ids ids, LinkTokens tokens) {
        this.apps = apps;
        this.ids = ids;
        this.listing = Listing.ofDirectory(ApplicationType.TYPE, tokens, Quirks.NONE);
        this.principals = Listing.ofDirectory(ApplicationType.PRINCIPAL, tokens, Quirks.NONE);
    }

    public List<Route> all() {
        return List.of(
                Route.get("/applications", READ, 2, this::list),
                Route.of("POST", "/applications", WRITE, 1, this::register),
                Route.get(APP, READ, 1, call -> shown(call, 200, app(call))),
                Route.of("PATCH", APP, WRITE, 1, this::change),
                Route.of("POST", APP + "/addPassword", WRITE, 1, this::addPassword),
                Route.get("/servicePrincipals", READ, 2, this::listPrincipals),
                Route.of("POST", "/servicePrincipals", WRITE, 1, this::addPrincipal),
                Route.get(PRINCIPAL, READ, 1, call -> shownPrincipal(call, 200, principal(call.key(0)))),
                Route.get(PRINCIPAL + "/appRoleAssignments", READ, 1, this::assignments),
                Route.of("POST", PRINCIPAL + "/appRoleAssignments", GRANT, 1, this::assign));
    }

    private Answer list(Call call) {
        return listing.answer(
                call,
                "applications",
                ApplicationType.TYPE.select(call.options().select()),
                at -> List.copyOf(apps.all()));
    }

    private Answer register(Call call) {
        Map<String, @Nullable Object> body = ApplicationJson.body(call.request());
        AppRegistration app = apps.register(ApplicationJson.text(body, "displayName"));
        return shown(call, 201, apps.change(app.clientId(), any -> ApplicationJson.changed(any, body)));
    }

    private Answer change(Call call) {
        Map<String, @Nullable Object> body = ApplicationJson.body(call.request());
        AppRegistration changed = ApplicationJson.changed(app(call), body);
        apps.change(changed.clientId(), any -> changed);
        return Answer.empty(204);
    }

    private Answer addPassword(Call call) {
        AppRegistration app = app(call);
        String secret = ids.secret(app.clientId(), "" + app.secrets().size());
        apps.change(app.clientId(), any -> any.withSecret(secret));
        return CollectionBody.answer(call, Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", call.metadata() + "microsoft.graph.passwordCredential");
            json.writeStringProperty("keyId", ids.guid("key", secret));
            json.writeStringProperty("hint", secret.substring(0, 3));
            json.writeStringProperty("secretText", secret);
            json.writeEndObject();
        }));
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
        return withStatus(201, CollectionBody.answer(call, Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("id", ids.guid("assignment", app.clientId(), permission.id()));
            json.writeStringProperty("appRoleId", permission.id());
            json.writeStringProperty("principalId", app.principalId());
            json.writeStringProperty("resourceId", graphPrincipal().id());
            json.writeEndObject();
        })));
    }

    private AppRegistration app(Call call) {
        return apps.all().stream()
                .filter(app -> app.objectId().equalsIgnoreCase(call.key(0)))
                .findFirst()
                .orElseThrow(() -> GraphRefusal.noResource(call.key(0)));
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

    private static Answer shown(Call call, int status, AppRegistration app) {
        return one(call, status, "applications", ApplicationType.TYPE, app);
    }

    private static Answer shownPrincipal(Call call, int status, ApplicationType.Principal principal) {
        return one(call, status, "servicePrincipals", ApplicationType.PRINCIPAL, principal);
    }

    private static <T> Answer one(Call call, int status, String context, EntityType<T> type, T entity) {
        Set<String> wanted = status == 200 ? call.options().select() : Set.of();
        return withStatus(status, CollectionBody.entity(call, context, type.select(wanted), entity));
    }

    private static Answer withStatus(int status, Answer answer) {
        return new Answer(status, answer.headers(), answer.body(), Delivery.PLAIN);
    }
}
