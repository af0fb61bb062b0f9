package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The log of errors: types, stack frames and our own messages. Other people's messages stay out, because they may quote
 * data. Grows to 5 MB, then starts anew beside one older file.
 */
final class ErrorLog {

    private static final long MOST_BYTES = 5_000_000;

    private final Path file;

    ErrorLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Whether it was written; a log that can't be written must not hide the error itself. */
    boolean write(Instant at, String command, Throwable error) {
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
                Files.move(file, file.resolveSibling("rapport.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(
                    file,
                    at + " " + command + "\n" + stack(error),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return true;
        } catch (IOException unwritable) {
            return false;
        }
    }

    /** Types and frames of an error and its causes. */
    static String stack(Throwable error) {
        StringBuilder text = new StringBuilder();
        append(text, "", error, Collections.newSetFromMap(new IdentityHashMap<>()));
        return text.toString();
    }

    private static void append(StringBuilder text, String relation, Throwable error, Set<Throwable> seen) {
        if (!seen.add(error)) {
            return;
        }
        text.append(relation).append(error.getClass().getName());
        if (error instanceof RapportException ours) {
            text.append(": ").append(ours.code().name()).append(": ").append(ours.text());
        }
        text.append('\n');
        for (StackTraceElement frame : error.getStackTrace()) {
            text.append("    at ").append(frame).append('\n');
        }
        for (Throwable suppressed : error.getSuppressed()) {
            append(text, "suppressed: ", suppressed, seen);
        }
        if (error.getCause() != null) {
            append(text, "caused by: ", error.getCause(), seen);
        }
    }
}
