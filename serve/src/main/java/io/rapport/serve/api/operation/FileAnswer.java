package io.rapport.serve.api.operation;

import io.rapport.model.duckdb.export.ExportTable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An answer that is a file. */
public sealed interface FileAnswer {

    /**
     * A table, written in whatever format is wanted.
     *
     * @param parquet where it lies as Parquet already, just so; null where it doesn't
     */
    record Table(ExportTable table, @Nullable Path parquet) implements FileAnswer {}

    /** A file that is written while it is sent. */
    record Written(String name, String mediaType, Writing writing) implements FileAnswer {}

    /** Writes a file. */
    @FunctionalInterface
    interface Writing {
        void to(Writer target) throws IOException;
    }

    /** A file that is there. */
    record Stored(Path path, String name, String mediaType) implements FileAnswer {}
}
