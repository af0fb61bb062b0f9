package io.rapport.simulator.graph.odata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens of links that nobody can read or change, and reads them. Thread-safe. */
public final class LinkTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_BYTES = 12;
    private static final String SEPARATOR = "\u001f";

    private final SecretKeySpec key;

    public LinkTokens(long seed) {
        this.key = new SecretKeySpec(
                ByteBuffer.allocate(2 * Long.BYTES).putLong(seed).putLong(~seed).array(), ALGORITHM);
    }

    /** @param purpose what the token is good for; it opens for nothing else */
    public String seal(String purpose, List<String> fields) {
        byte[] content = String.join(SEPARATOR, fields).getBytes(StandardCharsets.UTF_8);
        byte[] seal = seal(purpose, content);
        byte[] token = Arrays.copyOf(seal, SEAL_BYTES + content.length);
        for (int i = 0; i < content.length; i++) {
            token[SEAL_BYTES + i] = (byte) (content[i] ^ seal[i % SEAL_BYTES]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** @throws GraphRefusal where the token is none, or was changed, or is for something else */
    public List<String> open(String purpose, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException noToken) {
            throw badlyFormed();
        }
        if (bytes.length < SEAL_BYTES) {
            throw badlyFormed();
        }
        byte[] content = new byte[bytes.length - SEAL_BYTES];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (bytes[SEAL_BYTES + i] ^ bytes[i % SEAL_BYTES]);
        }
        if (!MessageDigest.isEqual(
                Arrays.copyOf(bytes, SEAL_BYTES), Arrays.copyOf(seal(purpose, content), SEAL_BYTES))) {
            throw badlyFormed();
        }
        return List.of(new String(content, StandardCharsets.UTF_8).split(SEPARATOR, -1));
    }

    private byte[] seal(String purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static GraphRefusal badlyFormed() {
        return GraphRefusal.badRequest("Badly formed token.");
    }
}
