package io.rapport.lake.manifest;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.LandedFile.Kind;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that a commit adds.
 *
 * @param path where it lies, final
 * @param earliest the smallest partition time in it; null where no row has one
 * @param latest the largest partition time in it
 * @param sha256 of its bytes, in hexadecimal
 */
public record NewFile(
        Dataset dataset,
        String partition,
        Kind kind,
        Path path,
        long rows,
        long bytes,
        @Nullable Instant earliest,
        @Nullable Instant latest,
        String sha256) {}
