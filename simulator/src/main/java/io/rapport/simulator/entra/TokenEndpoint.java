package io.rapport.simulator.entra;

import com.nimbusds.jose.util.Base64URL;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Json;
import io.rapport.simulator.http.Parameters;
import io.rapport.simulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** {@code /oauth2/v2.0/token}: a code or an app's own credentials against tokens. */
final class TokenEndpoint {

    private static final String DEFAULT = "/.default";
    private static final Set<String> OPENID = Set.of("openid", "profile", "email", "offline_access");

    private final EntraServices services;

    TokenEndpoint(EntraServices services) {
        this.services = services;
    }

    Answer answer(Request request, String tenantName) {
        if (!request.findHeader("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            throw new EntraRefusal(EntraError.MISSING, "grant_type");
        }
        Parameters form = withBasicCredentials(request, request.form());
        return switch (required(form, "grant_type")) {
            case "client_credentials" -> ofApp(form, tenantName);
            case "authorization_code" -> ofCode(form, tenantName);
            default -> throw new EntraRefusal(EntraError.GRANT_TYPE, form.text("grant_type"));
        };
    }

    private Answer ofApp(Parameters form, String tenantName) {
        if (!services.tenant().isNamed(tenantName)) {
            throw new EntraRefusal(EntraError.NO_TENANT);
        }
        AppRegistration app = app(form);
        String scope = required(form, "scope");
        if (!scope.endsWith(DEFAULT)) {
            throw new EntraRefusal(EntraError.NOT_DEFAULT_SCOPE, scope);
        }
        if (!services.isGraph(scope.substring(0, scope.length() - DEFAULT.length()))) {
            throw new EntraRefusal(EntraError.SCOPE, scope);
        }
        boolean isByKey = services.credentials().check(app, form, services.tokenAudiences(tenantName));
        TokenLife life = services.nextLife();
        String token = services.accessTokens()
                .ofApp(
                        services.tenant().id(),
                        app,
                        services.apps().consented(app.clientId()),
                        isByKey,
                        life.length(),
                        life.id());
        return json(json -> {
            json.writeStringProperty("token_type", "Bearer");
            json.writeNumberProperty("expires_in", life.length().toSeconds());
            json.writeNumberProperty("ext_expires_in", life.length().toSeconds());
            json.writeStringProperty("access_token", token);
        });
    }

    private Answer ofCode(Parameters form, String tenantName) {
        AppRegistration app = app(form);
        String code = required(form, "code");
        String redirectUri = required(form, "redirect_uri");
        services.credentials().check(app, form, services.tokenAudiences(tenantName));
        AuthorizationCodes.Grant grant = services.codes().redeem(code);
        if (!grant.clientId().equals(app.clientId())) {
            throw new EntraRefusal(EntraError.CODE_OF_ANOTHER_APP);
        }
        if (!grant.redirectUri().equals(redirectUri)) {
            throw new EntraRefusal(EntraError.CODE_REDIRECT);
        }
        checkVerifier(grant.challenge(), form.text("code_verifier"));
        return tokens(app, grant);
    }

    private Answer tokens(AppRegistration app, AuthorizationCodes.Grant grant) {
        TokenLife life = services.nextLife();
        Set<String> scopes = new LinkedHashSet<>(Arrays.asList(grant.scope().split("\\s+")));
        Set<String> ofGraph = new TreeSet<>();
        for (String scope : scopes) {
            int slash = scope.lastIndexOf('/');
            boolean isPlain = slash < 0 && !OPENID.contains(scope) && !scope.isEmpty();
            if (isPlain || (slash > 0 && services.isGraph(scope.substring(0, slash)))) {
                ofGraph.add(scope.substring(slash + 1));
            }
        }
        boolean isAdministrator = services.tenant().administrator().id().equals(grant.person());
        // Directory permissions need an administrator; anybody else keeps the rest.
        ofGraph.removeIf(scope -> Permission.find(scope).isPresent() && !isAdministrator);
        if (scopes.contains("openid")) {
            ofGraph.add("openid");
        }
        String access = services.accessTokens()
                .ofPerson(
                        services.tenant().id(),
                        app,
                        grant.person(),
                        services.idTokens().subject(app, grant.person()),
                        ofGraph,
                        life.length(),
                        life.id());
        return json(json -> {
            json.writeStringProperty("token_type", "Bearer");
            json.writeStringProperty("scope", String.join(" ", ofGraph));
            json.writeNumberProperty("expires_in", life.length().toSeconds());
            json.writeNumberProperty("ext_expires_in", life.length().toSeconds());
            json.writeStringProperty("access_token", access);
            if (scopes.contains("openid")) {
                json.writeStringProperty("id_token", services.idTokens().of(app, grant, life));
            }
        });
    }

    private static void checkVerifier(String challenge, String verifier) {
        if (challenge.isEmpty()) {
            return;
        }
        if (verifier.isEmpty()) {
            throw new EntraRefusal(EntraError.VERIFIER_MISSING);
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            if (!Base64URL.encode(digest).toString().equals(challenge)) {
                throw new EntraRefusal(EntraError.VERIFIER_MISMATCH);
            }
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private AppRegistration app(Parameters form) {
        String clientId = required(form, "client_id");
        return services.apps().find(clientId).orElseThrow(() -> new EntraRefusal(EntraError.UNKNOWN_APP, clientId));
    }

    private static String required(Parameters form, String name) {
        String value = form.text(name);
        if (value.isEmpty()) {
            throw new EntraRefusal(EntraError.MISSING, name);
        }
        return value;
    }

    /** Client id and secret may come as a header too. */
    private static Parameters withBasicCredentials(Request request, Parameters form) {
        String header = request.findHeader("Authorization").orElse("");
        if (!header.startsWith("Basic ")) {
            return form;
        }
        String pair = new String(
                Base64.getDecoder().decode(header.substring("Basic ".length()).strip()), StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw new EntraRefusal(EntraError.MALFORMED);
        }
        // Both halves are form-encoded already (RFC 6749, 2.3.1).
        return Parameters.of(request.bodyText() + "&client_id=" + pair.substring(0, colon) + "&client_secret="
                + pair.substring(colon + 1));
    }

    private static Answer json(java.util.function.Consumer<tools.jackson.core.JsonGenerator> members) {
        return Answer.json(200, Json.bytes(json -> {
                    json.writeStartObject();
                    members.accept(json);
                    json.writeEndObject();
                }))
                .with("Cache-Control", "no-store, no-cache");
    }
}
