package io.rapport.model.engine;

import java.util.Locale;
import java.util.Optional;

/** How a table is written to a file. */
public enum Format {
    /** RFC 4180, UTF-8 without BOM, LF, header; null is empty. */
    CSV("csv"),
    /** One JSON object a line. */
    JSON("json"),
    /** Parquet, zstd. */
    PARQUET("parquet");

    private final String extension;

    Format(String extension) {
        this.extension = extension;
    }

    /** The file's ending, without the dot; also the word on the command line. */
    public String extension() {
        return extension;
    }

    public static Optional<Format> find(String word) {
        for (Format format : values()) {
            if (format.extension.equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
