package io.rapport.serve.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Who an access token of the sign-in provider says somebody is: issuer, tenant, audience, days and role as with people who sign
 * in. What proves a sign-in to a browser, an ID token, opens nothing here. Thread-safe.
 */
public final class TokenPeople {

    /** Only ID tokens have these. */
    private static final Set<String> OF_ID_TOKENS = Set.of("nonce", "at_hash", "c_hash");

    /**
     * Whom a token names.
     *
     * @param hasSignedIn whether the token shows that a person signed in; otherwise it may be an app that acts for itself
     */
    public record TokenPerson(Person person, boolean hasSignedIn) {}

    private final SignInProviders providers;
    private final SignInPeople people;
    private @Nullable SignInProvider known;
    private @Nullable JwtDecoder decoder;

    TokenPeople(SignInProviders providers, SignInPeople people) {
        this.providers = providers;
        this.people = people;
    }

    /**
     * Empty where the token is not good here and now, or no provider is configured.
     *
     * @throws io.rapport.core.error.RapportException {@link SecurityError#SIGN_IN_PROVIDER} where it does not answer
     */
    public Optional<TokenPerson> find(String token) {
        SignInProvider provider = providers.find().orElse(null);
        if (provider == null) {
            return Optional.empty();
        }
        try {
            Map<String, Object> claims = decoder(provider).decode(token).getClaims();
            return Optional.of(new TokenPerson(people.person(claims), hasSignedIn(claims)));
        } catch (BadJwtException | OAuth2AuthenticationException notGood) {
            return Optional.empty();
        } catch (JwtException away) {
            throw SignInRegistrations.away(provider, away);
        }
    }

    /**
     * Entra's tokens have {@code scp} where an app acts for a person; others may have the time at which a person signed in. An
     * app that acts for itself has neither.
     */
    private static boolean hasSignedIn(Map<String, Object> claims) {
        boolean isAppOnly = "app".equals(claims.get("idtyp"));
        boolean actsForSomebody = claims.get("scp") instanceof String scopes && !scopes.isBlank();
        return !isAppOnly && (actsForSomebody || claims.get("auth_time") != null);
    }

    private synchronized JwtDecoder decoder(SignInProvider provider) {
        JwtDecoder ready = decoder;
        if (ready == null || !provider.equals(known)) {
            String keys =
                    SignInRegistrations.fetch(provider).getProviderDetails().getJwkSetUri();
            NimbusJwtDecoder fresh =
                    NimbusJwtDecoder.withJwkSetUri(String.valueOf(keys)).build();
            fresh.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    List.of(JwtValidators.createDefaultWithIssuer(provider.issuer()), forUs(provider.clientId()))));
            ready = fresh;
            decoder = ready;
            known = provider;
        }
        return ready;
    }

    private static OAuth2TokenValidator<Jwt> forUs(String clientId) {
        return token -> {
            List<String> audience = token.getAudience() == null ? List.of() : token.getAudience();
            boolean isOurs = audience.contains(clientId) || audience.contains("api://" + clientId);
            boolean isIdToken = token.getClaims().keySet().stream().anyMatch(OF_ID_TOKENS::contains);
            return isOurs && !isIdToken
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
        };
    }
}
