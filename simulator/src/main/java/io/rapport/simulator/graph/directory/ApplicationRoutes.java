package io.rapport.simulator.graph.directory;

import io.rapport.simulator.entra.AppRegistration;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /applications}: what a script needs that registers an app. */
public final class ApplicationRoutes {

    static final Access READ = Access.directory(Permission.APPLICATION_READ_ALL, Permission.APPLICATION_READ_WRITE_ALL);
    static final Access WRITE = Access.directory(Permission.APPLICATION_READ_WRITE_ALL);
    private static final String APP = "/applications/{id}";

    private final Apps apps;
    private final Ids ids;
    private final Listing<AppRegistration> listing;

    public ApplicationRoutes(Apps apps, Ids ids, LinkTokens tokens) {
        this.apps = apps;
        this.ids = ids;
        this.listing = Listing.ofDirectory(ApplicationType.TYPE, tokens, Quirks.NONE);
    }

    public List<Route> all() {
        return List.of(
                Route.get("/applications", READ, 2, this::list),
                Route.of("POST", "/applications", WRITE, 1, this::register),
                Route.get(APP, READ, 1, call -> shown(call, 200, app(call))),
                Route.of("PATCH", APP, WRITE, 1, this::change),
                Route.of("POST", APP + "/addPassword", WRITE, 1, this::addPassword));
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

    private AppRegistration app(Call call) {
        return apps.all().stream()
                .filter(app -> app.objectId().equalsIgnoreCase(call.key(0)))
                .findFirst()
                .orElseThrow(() -> GraphRefusal.noResource(call.key(0)));
    }

    private static Answer shown(Call call, int status, AppRegistration app) {
        return ApplicationJson.written(call, status, "applications", ApplicationType.TYPE, app);
    }
}
