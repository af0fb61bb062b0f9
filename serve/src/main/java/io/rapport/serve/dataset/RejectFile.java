package io.rapport.serve.dataset;

import io.rapport.connect.dataconnect.RejectLog;
import io.rapport.connect.row.Rejection;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.serve.home.HomeError;
import io.rapport.serve.json.JsonText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an import or a sync could not read, one JSON object a line: where and why. Created with the first one.
 */
public final class RejectFile implements RejectLog, AutoCloseable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path file;
    private @Nullable BufferedWriter writer;

    /**
     * @param folder where reject files lie; created where missing
     * @param at when the import or the sync began; part of the name
     * @param of the dataset, or the connection
     */
    public RejectFile(Path folder, Instant at, String of) {
        this.file = folder.resolve(TIME.format(at) + "-" + of + ".jsonl");
    }

    @Override
    public void add(Dataset dataset, Path export, long line, String reason) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dataset", dataset.name());
        fields.put("file", export.toString());
        fields.put("line", line);
        fields.put("reason", reason);
        write(fields);
    }

    /** An object that Graph sent. */
    public void add(Rejection rejection) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dataset", rejection.dataset().name());
        fields.put("owner", rejection.owner().isEmpty() ? "directory" : rejection.owner());
        fields.put("reason", rejection.reason());
        write(fields);
    }

    private void write(Map<String, Object> fields) {
        try {
            if (writer == null) {
                Files.createDirectories(file.getParent());
                writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            }
            writer.write(JsonText.of(fields) + "\n");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The file, where any row was rejected. */
    public Optional<Path> findPath() {
        return writer == null ? Optional.empty() : Optional.of(file);
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private RapportException unwritable(IOException e) {
        return new RapportException(
                HomeError.HOME_NOT_WRITABLE,
                "The file " + file + " can't be written. Check the folder's owner and the free space.",
                e);
    }
}
