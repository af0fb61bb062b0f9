package io.rapport.serve.digest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call of the webhook, as the log has it.
 *
 * @param number of the try, from 1
 * @param run of the digest; null for a test
 * @param status null where no answer came
 * @param problemCode null where it arrived
 */
public record WebhookAttempt(
        String delivery,
        int number,
        @Nullable String run,
        Instant startedAt,
        @Nullable Integer status,
        @Nullable String problemCode) {}
