package io.rapport.serve.secret;

import io.rapport.core.error.RapportException;
import java.security.SecureRandom;
import java.util.Base64;

/** A key as text: 32 bytes in base64. */
final class KeyText {

    private static final int BYTES = 32;

    private KeyText() {}

    static byte[] random() {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        return fresh;
    }

    static String encode(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    /** @param where it stands, for the message */
    static byte[] decode(String text, String where) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException notBase64) {
            decoded = new byte[0];
        }
        if (decoded.length != BYTES) {
            // No cause and no value: it may be a key with a typing error.
            throw bad(
                    where + " holds no key: that is 32 random bytes in base64, as openssl rand -base64 32 makes them.");
        }
        return decoded;
    }

    static RapportException bad(String text) {
        return new RapportException(SecretError.SECRET_KEY, text);
    }
}
