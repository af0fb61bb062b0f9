package io.rapport.serve.upkeep;

import io.rapport.lake.manifest.DatasetContent;
import io.rapport.lake.manifest.PartitionContent;
import io.rapport.serve.connection.Diagnosis;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether the disk has room, and whether the lake's files pile up. */
public final class HomeCheck {

    /** A dataset of more files than this is slow to read. */
    private static final long MOST_FILES = 1_000;

    private static final double GB = 1e9;

    private HomeCheck() {}

    public static List<Diagnosis> of(DiskUse disk, List<DatasetContent> contents) {
        return List.of(disk(disk), files(contents));
    }

    private static Diagnosis disk(DiskUse disk) {
        String free = String.format(Locale.ROOT, "%.1f GB are free.", disk.free() / GB);
        return new Diagnosis(
                "Disk",
                !disk.isLow(),
                disk.isLow() ? free + " Make room, or keep fewer months: rapport retention --months N." : free);
    }

    private static Diagnosis files(List<DatasetContent> contents) {
        String piles = contents.stream()
                .filter(content -> files(content) > MOST_FILES)
                .map(content -> String.format(Locale.ROOT, "%s lies in %,d files", content.dataset(), files(content)))
                .collect(Collectors.joining(", "));
        return new Diagnosis(
                "Lake",
                piles.isEmpty(),
                piles.isEmpty()
                        ? "Its files are folded."
                        : piles + ". A server folds them at night; otherwise run: rapport compact.");
    }

    private static long files(DatasetContent content) {
        return content.partitions().stream().mapToLong(PartitionContent::files).sum();
    }
}
