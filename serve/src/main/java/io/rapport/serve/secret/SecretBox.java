package io.rapport.serve.secret;

import io.rapport.core.error.RapportException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts and decrypts with AES-256-GCM, and gives pseudonyms. What was encrypted for one place can't be read in another:
 * its name is bound in. A key that is rotated meanwhile is found at once. Thread-safe.
 */
public final class SecretBox {

    private static final String VERSION = "v1.";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    public SecretBox(SecretKey key) {
        this.key = key;
    }

    /**
     * @param place what it is for, for example {@code connection/outlook-mail}
     * @return text to be stored
     */
    public String encrypt(String place, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            // Read again: what is encrypted with a key that somebody is about to destroy is lost.
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key.reread().get(0), nonce, place)
                    .doFinal(secret);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return VERSION + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** @throws RapportException {@link SecretError#SECRET_UNREADABLE} */
    public byte[] decrypt(String place, String stored) {
        return open(place, stored, key.keys())
                .or(() -> open(place, stored, key.reread()))
                .orElseThrow(SecretBox::unreadable);
    }

    /** Whether the key that encrypts now opens it. */
    public boolean isCurrent(String place, String stored) {
        return open(place, stored, key.keys().subList(0, 1)).isPresent();
    }

    /** Whether any key opens it. */
    public boolean isReadable(String place, String stored) {
        return open(place, stored, key.keys()).isPresent();
    }

    private static Optional<byte[]> open(String place, String stored, List<byte[]> keys) {
        try {
            byte[] all =
                    Base64.getDecoder().decode(stored.startsWith(VERSION) ? stored.substring(VERSION.length()) : "");
            if (all.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            for (byte[] one : keys) {
                Optional<byte[]> opened = open(place, all, one);
                if (opened.isPresent()) {
                    return opened;
                }
            }
        } catch (IllegalArgumentException noBase64) {
            // Nothing opens that.
        }
        return Optional.empty();
    }

    private static Optional<byte[]> open(String place, byte[] all, byte[] key) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(all, NONCE_BYTES), place)
                    .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }

    /**
     * A key for pseudonyms, derived from the oldest key that there is. It is to be kept, encrypted: a key that is rotated
     * takes what is derived from it along.
     *
     * @param place what it is for
     */
    public byte[] derivedKey(String place) {
        List<byte[]> all = key.reread();
        return mac(all.get(all.size() - 1), "pseudonym/" + place);
    }

    /**
     * A name that stands for a text, the same each time, and tells nobody without the key what it stands for
     * (HMAC-SHA-256).
     *
     * @param derived as {@link #derivedKey} gives it; one text has another name under another key
     * @return 64 hexadecimal digits
     */
    public static String pseudonym(byte[] derived, String text) {
        return HexFormat.of().formatHex(mac(derived, text));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static RapportException unreadable() {
        return new RapportException(
                SecretError.SECRET_UNREADABLE,
                "A stored credential can't be decrypted with this home's key. Bring back the key that it was stored with"
                        + " (keys/secrets.key, or " + SecretKey.VARIABLE + "), or disconnect and connect again.");
    }
}
