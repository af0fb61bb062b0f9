package io.rapport.serve.security;

import io.rapport.core.error.RapportException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/**
 * The provider as Spring Security knows it: asked once for where its endpoints are, and again when the settings change.
 * Thread-safe.
 */
public final class SignInRegistrations implements ClientRegistrationRepository {

    /** In the paths of sign-in. */
    public static final String ID = "entra";

    private final SignInProviders providers;
    private @Nullable SignInProvider known;
    private @Nullable ClientRegistration registration;

    public SignInRegistrations(SignInProviders providers) {
        this.providers = providers;
    }

    /** @throws RapportException {@link SecurityError#SIGN_IN_PROVIDER} where the provider does not answer */
    @Override
    public synchronized @Nullable ClientRegistration findByRegistrationId(String id) {
        SignInProvider provider = id.equals(ID) ? providers.find().orElse(null) : null;
        if (provider == null) {
            return null;
        }
        if (!provider.equals(known)) {
            registration = fetch(provider);
            known = provider;
        }
        return registration;
    }

    /**
     * Asks the provider where its endpoints are.
     *
     * @throws RapportException {@link SecurityError#SIGN_IN_PROVIDER}
     */
    public static ClientRegistration fetch(SignInProvider provider) {
        try {
            return ClientRegistrations.fromIssuerLocation(provider.issuer())
                    .registrationId(ID)
                    .clientId(provider.clientId())
                    .clientSecret(provider.clientSecret())
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                    .scope("openid", "profile")
                    // What the ID token says is enough; Graph is not asked who somebody is.
                    .userInfoUri(null)
                    .build();
        } catch (IllegalArgumentException | IllegalStateException noProvider) {
            throw away(provider, noProvider);
        }
    }

    /** What is said of a provider that does not answer. */
    static RapportException away(SignInProvider provider, RuntimeException cause) {
        return new RapportException(
                SecurityError.SIGN_IN_PROVIDER,
                "The sign-in provider does not answer at its address, or calls itself by another issuer than "
                        + provider.issuer()
                        + ". Check the issuer, the network and the proxy; an administrator changes it under System >"
                        + " Settings.",
                cause);
    }
}
