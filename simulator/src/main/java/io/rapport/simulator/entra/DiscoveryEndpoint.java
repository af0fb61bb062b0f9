package io.rapport.simulator.entra;

import com.nimbusds.jose.jwk.RSAKey;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Json;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Where everything is, and with which keys tokens are signed. */
final class DiscoveryEndpoint {

    private final EntraServices services;

    DiscoveryEndpoint(EntraServices services) {
        this.services = services;
    }

    /** @param isShared for {@code common} and {@code organizations}, whose issuer is a template */
    Answer configuration(String tenantName, boolean isShared) {
        String base = services.url() + "/" + tenantName;
        String issuer = services.url() + "/"
                + (isShared ? "{tenantid}" : services.tenant().id()) + "/v2.0";
        return Answer.json(200, Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("token_endpoint", base + "/oauth2/v2.0/token");
            strings(
                    json,
                    "token_endpoint_auth_methods_supported",
                    List.of("client_secret_post", "private_key_jwt", "client_secret_basic"));
            json.writeStringProperty("jwks_uri", base + "/discovery/v2.0/keys");
            strings(json, "response_modes_supported", List.of("query", "form_post"));
            strings(json, "subject_types_supported", List.of("pairwise"));
            strings(json, "id_token_signing_alg_values_supported", List.of("RS256"));
            strings(json, "response_types_supported", List.of("code"));
            strings(json, "scopes_supported", List.of("openid", "profile", "email", "offline_access"));
            json.writeStringProperty("issuer", issuer);
            json.writeBooleanProperty("request_uri_parameter_supported", false);
            json.writeStringProperty("userinfo_endpoint", services.graphUrl() + "/oidc/userinfo");
            json.writeStringProperty("authorization_endpoint", base + "/oauth2/v2.0/authorize");
            json.writeStringProperty("end_session_endpoint", base + "/oauth2/v2.0/logout");
            strings(
                    json,
                    "claims_supported",
                    List.of(
                            "sub",
                            "iss",
                            "aud",
                            "exp",
                            "iat",
                            "nonce",
                            "preferred_username",
                            "name",
                            "tid",
                            "ver",
                            "email"));
            json.writeStringProperty("tenant_region_scope", "EU");
            json.writeStringProperty("cloud_instance_name", services.url().getAuthority());
            json.writeStringProperty("msgraph_host", services.graphUrl().getAuthority());
            json.writeEndObject();
        }));
    }

    Answer keys(boolean isShared) {
        RSAKey key = services.key().publicKey();
        String issuer = services.url() + "/"
                + (isShared ? "{tenantid}" : services.tenant().id()) + "/v2.0";
        return Answer.json(200, Json.bytes(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("keys");
            json.writeStartObject();
            json.writeStringProperty("kty", "RSA");
            json.writeStringProperty("use", "sig");
            json.writeStringProperty("kid", key.getKeyID());
            json.writeStringProperty("n", key.getModulus().toString());
            json.writeStringProperty("e", key.getPublicExponent().toString());
            json.writeStringProperty("issuer", issuer);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
