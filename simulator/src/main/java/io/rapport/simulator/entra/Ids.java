package io.rapport.simulator.entra;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** GUIDs and secrets that a seed makes: the same words, the same id. */
public final class Ids {

    private final long seed;

    public Ids(long seed) {
        this.seed = seed;
    }

    /** A GUID that looks random (version 4). */
    public String guid(String... words) {
        ByteBuffer digest = ByteBuffer.wrap(digest(words));
        long high = (digest.getLong() & ~0xF000L) | 0x4000L;
        long low = (digest.getLong() & ~(3L << 62)) | (2L << 62);
        return new UUID(high, low).toString();
    }

    /** As Entra's secrets look: 40 characters, with {@code 8Q~} in the fourth to sixth. */
    public String secret(String... words) {
        String alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-~";
        StringBuilder secret = new StringBuilder();
        byte[] digest = digest(words);
        for (int i = 0; secret.length() < 40; i++) {
            secret.append(alphabet.charAt(Math.floorMod(digest[i % digest.length] * (i + 7), alphabet.length())));
        }
        return secret.replace(3, 6, "8Q~").toString();
    }

    private byte[] digest(String... words) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((seed + "\n" + String.join("\n", words)).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
