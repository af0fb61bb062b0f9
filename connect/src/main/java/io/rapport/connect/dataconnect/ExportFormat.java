package io.rapport.connect.dataconnect;

import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What an export file is, by its content; its name says nothing. */
enum ExportFormat {
    /** JSON in any shape and encoding that {@link ExportText} opens, compressed or not; also a file without a row. */
    JSON,
    PARQUET;

    private static final byte[] PARQUET_MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    /**
     * Looks at the beginning of a file. An empty file is JSON without a row: Graph Data Connect writes such.
     *
     * @throws RapportException where it is none of these
     * @throws IOException where it can't be read
     */
    static ExportFormat recognise(Path file, ImportLimits limits) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (Arrays.equals(in.readNBytes(PARQUET_MAGIC.length), PARQUET_MAGIC)) {
                return PARQUET;
            }
        }
        try (ExportText text = ExportText.open(file, limits)) {
            int first = text.firstVisible();
            if (first != -1 && first != '{' && first != '[') {
                throw new RapportException(
                        ConnectError.EXPORT_NOT_RECOGNISED,
                        file + " is no export: its content begins neither as JSON ({ or [) nor as gzip of JSON nor as"
                                + " Parquet. Name the files that Graph Data Connect wrote. Nothing was imported.");
            }
        }
        return JSON;
    }
}
