package io.rapport.serve.upkeep;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.serve.home.Home;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a home takes of its disk, in bytes; files that were replaced and wait to be deleted included.
 *
 * @param lake landed rows
 * @param output tables of runs
 * @param extractions that the server made
 * @param profiles of customers
 * @param temporary what doesn't fit into memory just now
 * @param free what is left on the disk that the home is on
 */
public record DiskUse(long lake, long output, long extractions, long profiles, long temporary, long free) {

    /** Below this, imports and runs soon fail. */
    private static final long LEAST_FREE = 2_000_000_000L;

    public static DiskUse of(Home home) {
        return new DiskUse(
                size(home.lake()),
                size(home.output()),
                size(home.extractions()),
                size(home.profiles()),
                size(home.temporary()),
                free(home.folder()));
    }

    /** Bytes by the name of the folder. */
    public Map<String, Long> parts() {
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("lake", lake);
        parts.put("output", output);
        parts.put("extractions", extractions);
        parts.put("profiles", profiles);
        parts.put("tmp", temporary);
        return parts;
    }

    /** A compaction may need room for all that it folds, once more. */
    public boolean isLow() {
        return free < LEAST_FREE;
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** What comes and goes while somebody counts is counted or not. */
    private static long size(Path folder) {
        long[] size = {0};
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    size[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                    if (failed instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failed;
                }
            });
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        return size[0];
    }

    private static RapportException unreadable(Path folder, IOException e) {
        return new RapportException(
                LakeError.HOME_FAILED, "The folder " + folder + " can't be read. Check its owner.", e);
    }
}
