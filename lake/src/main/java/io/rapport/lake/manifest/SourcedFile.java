package io.rapport.lake.manifest;

import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.LandedFile.Kind;

/**
 * A visible file, and whose it is.
 *
 * @param source SHA-256 of the source's name in hexadecimal; empty: nobody's in particular
 * @param isFolded whether a compaction wrote it, so that compacting it once more alone changes nothing
 */
public record SourcedFile(LandedFile file, String source, boolean isFolded) {

    public boolean isBase() {
        return file.kind() == Kind.BASE;
    }

    public String partition() {
        return file.partition();
    }

    /** Of two rows of a key the one of the higher version counts; within a commit a change wins over a removal. */
    public long version() {
        return isBase() ? 0 : file.commit() * 2 + (file.kind() == Kind.CHANGE ? 1 : 0);
    }
}
