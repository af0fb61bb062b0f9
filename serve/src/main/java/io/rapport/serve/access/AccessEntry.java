package io.rapport.serve.access;

import io.rapport.serve.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A line of the access log.
 *
 * @param number 1 for the first one, without gaps
 * @param at when; milliseconds count
 * @param hash over this line and the hash of the one before, SHA-256 in hexadecimal
 */
public record AccessEntry(long number, Instant at, AccessEvent event, String hash) {

    /** What the first line has before it. */
    static final String NOTHING_BEFORE = "0".repeat(64);

    static AccessEntry after(String hashBefore, long number, Instant at, AccessEvent event) {
        return new AccessEntry(number, at, event, hashOf(hashBefore, number, at, event));
    }

    /** Whether the line is as it was written, and follows the one with this hash. */
    boolean follows(String hashBefore) {
        return hash.equals(hashOf(hashBefore, number, at, event));
    }

    private static String hashOf(String before, long number, Instant at, AccessEvent event) {
        String text = JsonText.of(List.of(
                before,
                number,
                at.toEpochMilli(),
                event.personId(),
                event.personName(),
                event.role(),
                event.action().name(),
                event.subject(),
                event.detail(),
                event.address(),
                event.isAllowed()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
