package io.rapport.simulator.graph.directory;

import static io.rapport.simulator.graph.call.JsonValues.text;
import static io.rapport.simulator.graph.call.JsonValues.texts;

import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.entra.AppRole;
import io.rapport.simulator.entra.Permission;
import io.rapport.simulator.graph.odata.EntityType;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** {@code microsoft.graph.application} and {@code microsoft.graph.servicePrincipal}, as far as a registration needs them. */
final class ApplicationType {

    /** Graph's own application id. */
    static final String GRAPH = "00000003-0000-0000-c000-000000000000";

    static final EntityType<AppRegistration> TYPE = EntityType.<AppRegistration>named("microsoft.graph.application")
            .always("id", (json, app) -> text(json, app.objectId()), AppRegistration::objectId)
            .usual("appId", (json, app) -> text(json, app.clientId()), AppRegistration::clientId)
            .usual("displayName", (json, app) -> text(json, app.displayName()), AppRegistration::displayName)
            .usual("signInAudience", (json, app) -> text(json, "AzureADMyOrg"))
            .usual("appRoles", (json, app) -> writeRoles(json, app.appRoles(), "User"))
            .usual("requiredResourceAccess", ApplicationType::writeAccess)
            .usual("web", (json, app) -> {
                json.writeStartObject();
                json.writeName("redirectUris");
                texts(json, app.redirectUris());
                json.writeEndObject();
            })
            .build();

    static final EntityType<Principal> PRINCIPAL = EntityType.<Principal>named("microsoft.graph.servicePrincipal")
            .always("id", (json, principal) -> text(json, principal.id()), Principal::id)
            .usual("appId", (json, principal) -> text(json, principal.appId()), Principal::appId)
            .usual("displayName", (json, principal) -> text(json, principal.displayName()), Principal::displayName)
            .usual("servicePrincipalType", (json, principal) -> text(json, "Application"))
            .usual("appRoles", (json, principal) -> writeRoles(json, principal.roles(), principal.member()))
            .build();

    private ApplicationType() {}

    /**
     * An app in the tenant.
     *
     * @param id object id
     * @param appId client id
     * @param displayName for people
     * @param roles that it offers
     * @param member to whom: {@code User} or {@code Application}
     */
    record Principal(String id, String appId, String displayName, List<AppRole> roles, String member) {}

    private static void writeRoles(JsonGenerator json, List<AppRole> roles, String member) {
        json.writeStartArray();
        for (AppRole role : roles) {
            json.writeStartObject();
            json.writeStringProperty("id", role.id());
            json.writeStringProperty("value", role.value());
            json.writeStringProperty("displayName", role.displayName());
            json.writeStringProperty("description", role.displayName());
            json.writeBooleanProperty("isEnabled", true);
            json.writeName("allowedMemberTypes");
            texts(json, List.of(member));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeAccess(JsonGenerator json, AppRegistration app) {
        json.writeStartArray();
        if (!app.permissions().isEmpty()) {
            json.writeStartObject();
            json.writeStringProperty("resourceAppId", GRAPH);
            json.writeArrayPropertyStart("resourceAccess");
            for (Permission permission : app.permissionsInOrder()) {
                json.writeStartObject();
                json.writeStringProperty("id", permission.id());
                json.writeStringProperty("type", "Role");
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
