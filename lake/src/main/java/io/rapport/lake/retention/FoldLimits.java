package io.rapport.lake.retention;

import io.rapport.lake.manifest.SourcedFile;
import java.util.List;

/**
 * When files are folded together, and how large they become.
 *
 * @param smallBytes base files below this are put together
 * @param splitBytes a file that grows beyond this is followed by another
 * @param mostChangeFiles more change and removal files than this are folded
 * @param mostChangeShare they are folded, too, once they hold more than this share of the base files' rows
 */
record FoldLimits(long smallBytes, long splitBytes, int mostChangeFiles, double mostChangeShare) {

    static final FoldLimits USUAL = new FoldLimits(32L << 20, 192L << 20, 64, 0.02);

    /** Whether what changed since the last time slows readers down. */
    boolean isDue(List<SourcedFile> files) {
        List<SourcedFile> fresh = files.stream()
                .filter(file -> !file.isBase() && !file.isFolded())
                .toList();
        long base = files.stream()
                .filter(SourcedFile::isBase)
                .mapToLong(file -> file.file().rows())
                .sum();
        long changed = fresh.stream().mapToLong(file -> file.file().rows()).sum();
        return fresh.size() > mostChangeFiles || changed > base * mostChangeShare;
    }
}
