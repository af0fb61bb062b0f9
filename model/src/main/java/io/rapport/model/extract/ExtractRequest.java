package io.rapport.model.extract;

import java.nio.file.Path;
import java.time.Instant;

/**
 * An extraction that somebody asked for.
 *
 * @param id by which logs know it
 * @param at when it was asked for
 * @param target a folder that is not there yet
 */
public record ExtractRequest(ExtractPlan plan, String id, Instant at, Path target) {

    public ExtractRequest {
        target = target.toAbsolutePath().normalize();
    }
}
