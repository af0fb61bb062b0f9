package io.rapport.serve.security;

import io.rapport.core.error.RapportException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where people sign in, and which of its words mean which role.
 *
 * @param issuer URL of an OpenID Connect provider, as its tokens name it
 * @param clientId of the app to sign in with
 * @param clientSecret of the same
 * @param roleClaim the claim of the ID token that says what somebody may do; {@code roles} for Entra's app roles
 * @param words the claim's value for each role; an empty one is nobody's
 */
public record SignInProvider(
        String issuer, String clientId, String clientSecret, String roleClaim, Map<Role, String> words) {

    private static final Pattern ENTRA = Pattern.compile("https?://[^/]+/([0-9a-fA-F-]{36})/v2\\.0");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws RapportException {@link SecurityError#SIGN_IN_SETTING} */
    public SignInProvider {
        words = Map.copyOf(words);
        URI uri;
        try {
            uri = URI.create(issuer);
        } catch (IllegalArgumentException noUri) {
            throw bad("The issuer is no URL.");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !Set.of("http", "https").contains(scheme) || uri.getRawQuery() != null) {
            throw bad("The issuer is no URL such as https://login.microsoftonline.com/TENANT-ID/v2.0.");
        }
        if (scheme.equals("http") && !LOOPBACK.contains(host)) {
            throw bad("The issuer is plain http, which is for this machine alone. Use https.");
        }
        if (issuer.matches("(?i).*/(common|organizations|consumers)/.*")) {
            throw bad("The issuer names no tenant. Put the tenant's id in place of common or organizations.");
        }
        if (clientId.isBlank() || clientSecret.isBlank()) {
            throw bad("The app's client id and a client secret are needed.");
        }
        if (!roleClaim.matches("[A-Za-z0-9_.:/-]{1,100}")) {
            throw bad("The role claim is the name of a claim, for example roles.");
        }
        if (words.getOrDefault(Role.ADMINISTRATOR, "").isBlank()) {
            throw bad("Without a value for administrators nobody could change anything any more.");
        }
    }

    /** The tenant whose people may sign in, where the issuer is Entra's. */
    Optional<String> findTenant() {
        Matcher entra = ENTRA.matcher(issuer);
        return entra.matches() ? Optional.of(entra.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static RapportException bad(String text) {
        return new RapportException(SecurityError.SIGN_IN_SETTING, text);
    }

    @Override
    public String toString() {
        return "sign-in at " + issuer;
    }
}
