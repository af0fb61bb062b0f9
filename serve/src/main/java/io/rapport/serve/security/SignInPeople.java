package io.rapport.serve.security;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Who a provider's ID token says somebody is, and in which role. */
final class SignInPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** Signed in, and nobody gave a role. */
    static final String NO_ROLE = "no_role";

    /** Somebody of another tenant. */
    static final String OTHER_TENANT = "other_tenant";

    private final SignInProviders providers;
    private final SignInWitness witness;

    SignInPeople(SignInProviders providers, SignInWitness witness) {
        this.providers = providers;
        this.witness = witness;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        Person person = person(request.getIdToken().getClaims());
        return new DefaultOidcUser(
                List.of(new org.springframework.security.core.authority.SimpleGrantedAuthority(
                        person.role().authority())),
                request.getIdToken());
    }

    /** @throws OAuth2AuthenticationException {@link #NO_ROLE}, {@link #OTHER_TENANT} */
    Person person(java.util.Map<String, Object> claims) {
        SignInProvider provider =
                providers.find().orElseThrow(() -> new OAuth2AuthenticationException("invalid_request"));
        provider.findTenant().ifPresent(tenant -> {
            if (!tenant.equals(text(claims, "tid").toLowerCase(Locale.ROOT))) {
                throw refused(OTHER_TENANT);
            }
        });
        String id = text(claims, "oid").isEmpty() ? text(claims, "sub") : text(claims, "oid");
        Role role = role(provider, claims.get(provider.roleClaim())).orElseThrow(() -> {
            witness.hasNoRole(id);
            return refused(NO_ROLE);
        });
        String name = text(claims, "name").isEmpty() ? text(claims, "preferred_username") : text(claims, "name");
        return new Person(id, name.isEmpty() ? id : name, role);
    }

    /** The one that may do most. */
    private static Optional<Role> role(SignInProvider provider, @org.jspecify.annotations.Nullable Object claim) {
        Collection<?> values = claim instanceof Collection<?> many ? many : claim == null ? List.of() : List.of(claim);
        for (Role role : Role.values()) {
            String word = provider.words().getOrDefault(role, "");
            if (!word.isBlank() && values.stream().anyMatch(value -> word.equals(String.valueOf(value)))) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    private static String text(java.util.Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text ? text : "";
    }

    private static OAuth2AuthenticationException refused(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code), code);
    }
}
