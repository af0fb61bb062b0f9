package io.rapport.simulator.graph.directory;

import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.entra.AppRole;
import io.rapport.simulator.entra.Permission;
import io.rapport.simulator.graph.call.Call;
import io.rapport.simulator.graph.call.CollectionBody;
import io.rapport.simulator.graph.odata.EntityType;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Delivery;
import io.rapport.simulator.http.JsonTree;
import io.rapport.simulator.http.Request;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what somebody wants an app to be, and writes what it is. */
final class ApplicationJson {

    private ApplicationJson() {}

    /** @throws GraphRefusal where the body is no JSON object */
    static Map<String, @Nullable Object> body(Request request) {
        try {
            return JsonTree.object(request.body());
        } catch (IllegalArgumentException noJson) {
            throw GraphRefusal.badRequest("Unable to read JSON request payload.");
        }
    }

    /** The text of a member that has to be there. */
    static String text(Map<String, @Nullable Object> body, String name) {
        if (body.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new GraphRefusal(
                400, "Request_BadRequest", "A value is required for property '" + name + "' of the resource.");
    }

    /** The app with what the body says of it; what it doesn't mention stays. */
    static AppRegistration changed(AppRegistration app, Map<String, @Nullable Object> body) {
        AppRegistration changed = app;
        if (body.containsKey("requiredResourceAccess")) {
            changed = changed.withPermissions(permissions(maps(body.get("requiredResourceAccess"))));
        }
        if (body.get("web") instanceof Map<?, ?> web) {
            changed = changed.withRedirectUris(strings(web.get("redirectUris")));
        }
        if (body.containsKey("appRoles")) {
            changed = changed.withAppRoles(maps(body.get("appRoles")).stream()
                    .map(role -> new AppRole(
                            String.valueOf(role.get("id")),
                            String.valueOf(role.get("value")),
                            String.valueOf(role.get("displayName"))))
                    .toList());
        }
        for (Map<?, ?> key : maps(body.get("keyCredentials"))) {
            changed = changed.withCertificate(certificate(key.get("key")));
        }
        return changed;
    }

    /** An entity with a status: what was asked for where it was there already, all of it where it is new. */
    static <T> Answer written(Call call, int status, String context, EntityType<T> type, T entity) {
        Set<String> wanted = status == 200 ? call.options().select() : Set.of();
        return withStatus(status, CollectionBody.entity(call, context, type.select(wanted), entity));
    }

    static Answer withStatus(int status, Answer answer) {
        return new Answer(status, answer.headers(), answer.body(), Delivery.PLAIN);
    }

    private static Set<Permission> permissions(List<Map<?, ?>> resources) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (Map<?, ?> resource : resources) {
            for (Map<?, ?> access : maps(resource.get("resourceAccess"))) {
                permissions.add(Permission.find(String.valueOf(access.get("id")))
                        .orElseThrow(() -> new GraphRefusal(
                                400,
                                "Request_BadRequest",
                                "The permission '" + access.get("id") + "' is none of this resource's.")));
            }
        }
        return permissions;
    }

    private static X509Certificate certificate(@Nullable Object base64) {
        try {
            byte[] der = Base64.getDecoder().decode(String.valueOf(base64));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException noCertificate) {
            throw new GraphRefusal(
                    400, "KeyCredentialsInvalidEncoding", "The key credential is no certificate in base64.");
        }
    }

    private static List<Map<?, ?>> maps(@Nullable Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (list instanceof List<?> members) {
            for (Object member : members) {
                if (member instanceof Map<?, ?> map) {
                    maps.add(map);
                }
            }
        }
        return maps;
    }

    private static List<String> strings(@Nullable Object list) {
        return list instanceof List<?> members
                ? members.stream().map(String::valueOf).toList()
                : List.of();
    }
}
