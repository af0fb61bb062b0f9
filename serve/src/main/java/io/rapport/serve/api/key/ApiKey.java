package io.rapport.serve.api.key;

import io.rapport.serve.security.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key by which a program proves itself. Its secret is known to whoever made it, and to nobody else.
 *
 * @param id names it in the access log; no secret
 * @param name for people
 * @param role what the program may do
 * @param madeBy who made it, by the name that people know
 * @param madeById id of that person, who answers for what the program does; empty where nobody noted it
 * @param lastUsedAt to the minute; null before the first time
 * @param revokedAt null as long as nobody did
 */
public record ApiKey(
        String id,
        String name,
        Role role,
        String madeBy,
        String madeById,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /** Whether it opens anything. */
    public enum Standing {
        GOOD("good"),
        EXPIRED("expired"),
        REVOKED("revoked");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        /** As people read it. */
        public String word() {
            return word;
        }
    }

    public Standing standing(Instant now) {
        if (revokedAt != null) {
            return Standing.REVOKED;
        }
        return now.isBefore(expiresAt) ? Standing.GOOD : Standing.EXPIRED;
    }
}
