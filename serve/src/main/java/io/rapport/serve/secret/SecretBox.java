package io.rapport.serve.secret;

import io.rapport.core.error.RapportException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts and decrypts with AES-256-GCM, and gives pseudonyms. What was encrypted for one place can't be read in another: its name is bound
 * in. Thread-safe.
 */
public final class SecretBox {

    private static final String VERSION = "v1.";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    public SecretBox(SecretKey key) {
        this.key = new SecretKeySpec(key.bytes(), "AES");
    }

    /**
     * @param place what it is for, for example {@code connection/outlook-mail}
     * @return text to be stored
     */
    public String encrypt(String place, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(secret);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return VERSION + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** @throws RapportException {@link SecretError#SECRET_UNREADABLE} */
    public byte[] decrypt(String place, String stored) {
        try {
            byte[] all =
                    Base64.getDecoder().decode(stored.startsWith(VERSION) ? stored.substring(VERSION.length()) : "");
            if (all.length <= NONCE_BYTES) {
                throw unreadable();
            }
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES), place)
                    .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    /**
     * A name that stands for a text, the same each time, and tells nobody without the key what it stands for
     * (HMAC-SHA-256).
     *
     * @param place what it is for; one text has another name in every place
     * @return 64 hexadecimal digits
     */
    public String pseudonym(String place, String text) {
        byte[] ofPlace = mac(key.getEncoded(), "pseudonym/" + place);
        return HexFormat.of().formatHex(mac(ofPlace, text));
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

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
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
