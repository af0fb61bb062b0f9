package io.rapport.simulator.entra;

import com.nimbusds.jose.jwk.JWKSet;

/**
 * Whose tokens stand for an app's secret.
 *
 * @param issuer as in the token's {@code iss}
 * @param subject as in its {@code sub}
 * @param audience as in its {@code aud}
 * @param keys public ones of the issuer
 */
public record FederatedCredential(String issuer, String subject, String audience, JWKSet keys) {

    /** The audience that Microsoft recommends. */
    public static final String USUAL_AUDIENCE = "api://AzureADTokenExchange";
}
