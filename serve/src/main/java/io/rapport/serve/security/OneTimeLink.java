package io.rapport.serve.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way in before anybody can sign in: a link that is printed where the server was started, good for one use within an
 * hour, and only while no provider is configured. Thread-safe.
 */
public final class OneTimeLink {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int BYTES = 32;

    private final SignInProviders providers;
    private final InstantSource instants;
    private @Nullable String token;
    private Instant issuedAt = Instant.MIN;

    public OneTimeLink(SignInProviders providers, InstantSource instants) {
        this.providers = providers;
        this.instants = instants;
    }

    /** A new token, which makes the one before worthless; empty where a provider is configured. */
    public synchronized Optional<String> issue() {
        if (providers.isConfigured()) {
            token = null;
            return Optional.empty();
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        token = fresh;
        issuedAt = instants.instant();
        return Optional.of(fresh);
    }

    /** Whether it is the token; it is good for nothing afterwards. */
    synchronized boolean redeem(String offered) {
        String expected = token;
        if (expected == null
                || providers.isConfigured()
                || instants.instant().isAfter(issuedAt.plus(LIFE))
                || !MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8))) {
            return false;
        }
        token = null;
        return true;
    }
}
