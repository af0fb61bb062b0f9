package io.rapport.serve.web.customer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** An account's id in an address: as it is where it is harmless there, else in base64url behind a tilde. */
public final class CustomerKey {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,100}");

    private CustomerKey() {}

    public static String of(String id) {
        return HARMLESS.matcher(id).matches()
                ? id
                : "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    /** The id; empty where nobody made such a key. */
    public static Optional<String> findId(String key) {
        if (!key.startsWith("~")) {
            return Optional.of(key);
        }
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(key.substring(1)), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
