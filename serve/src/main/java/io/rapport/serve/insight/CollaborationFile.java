package io.rapport.serve.insight;

import io.rapport.core.error.RapportException;
import io.rapport.serve.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kept report, in a file of the home that every process on it reads again when it has changed. Thread-safe. */
final class CollaborationFile {

    private final Path file;
    private @Nullable FileTime readAt;
    private @Nullable KeptCollaboration known;

    CollaborationFile(Path file) {
        this.file = file;
    }

    /** Empty where there is none, or none that this version can read. */
    synchronized Optional<KeptCollaboration> find() {
        try {
            FileTime changedAt = Files.getLastModifiedTime(file);
            if (!changedAt.equals(readAt)) {
                known = read(Files.readString(file));
                readAt = changedAt;
            }
        } catch (NoSuchFileException none) {
            known = null;
            readAt = null;
        } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
            // It is counted anew.
            known = null;
        }
        return Optional.ofNullable(known);
    }

    private static KeptCollaboration read(String text) {
        if (!(JsonText.read(text) instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("a kept report is something else");
        }
        return new KeptCollaboration(
                CollaborationJson.read(fields.get("report")),
                Instant.parse(String.valueOf(fields.get("countedAt"))),
                LocalDate.parse(String.valueOf(fields.get("day"))),
                String.valueOf(fields.get("countedFrom")));
    }

    /** @throws RapportException {@link InsightError#INSIGHT_FILE} */
    synchronized void keep(KeptCollaboration kept) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("countedAt", kept.countedAt());
        fields.put("day", kept.day());
        fields.put("countedFrom", kept.countedFrom());
        fields.put("report", CollaborationJson.fields(kept.report()));
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling("_" + file.getFileName());
            Files.writeString(fresh, JsonText.of(fields));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            readAt = Files.getLastModifiedTime(file);
            known = kept;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    synchronized void remove() {
        try {
            Files.deleteIfExists(file);
            known = null;
            readAt = null;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private RapportException failed(IOException cause) {
        return new RapportException(
                InsightError.INSIGHT_FILE,
                "The report on collaboration can't be kept in " + file + ". Look for space and rights in the home.",
                cause);
    }
}
