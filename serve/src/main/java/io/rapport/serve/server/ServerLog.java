package io.rapport.serve.server;

import io.rapport.core.error.RapportException;
import io.rapport.serve.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server did, one JSON object a line, in the home's {@code logs/server.jsonl}. Routes, durations, codes and stack
 * frames; nobody's name, no address, and no other library's message, because it may quote data. Grows to 20 MB, then
 * starts anew beside one older file. Thread-safe.
 */
public final class ServerLog {

    private static final long MOST_BYTES = 20_000_000;
    private static final int MOST_FRAMES = 30;

    private final Path file;
    private final InstantSource instants;

    /** @param folder of the home's logs; created where missing */
    public ServerLog(Path folder, InstantSource instants) {
        this.file = folder.resolve("server.jsonl");
        this.instants = instants;
    }

    public Path file() {
        return file;
    }

    /** @param fields numbers, booleans and words of ours */
    public void event(String name, Map<String, ?> fields) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("time", instants.instant().toString());
        line.put("event", name);
        line.putAll(fields);
        write(JsonText.of(line) + "\n");
    }

    /** @param reference what a person who saw it can quote */
    public void error(String reference, String where, Throwable error) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("reference", reference);
        fields.put("where", where);
        List<Object> causes = new ArrayList<>();
        for (Throwable cause = error; cause != null && causes.size() < MOST_FRAMES; cause = cause.getCause()) {
            causes.add(cause(cause));
        }
        fields.put("causes", causes);
        event("error", fields);
    }

    private static Map<String, Object> cause(Throwable cause) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", cause.getClass().getName());
        if (cause instanceof RapportException ours) {
            fields.put("code", ours.code().name());
            fields.put("message", ours.text());
        }
        List<String> frames = new ArrayList<>();
        for (StackTraceElement frame : cause.getStackTrace()) {
            if (frames.size() < MOST_FRAMES) {
                frames.add(frame.toString());
            }
        }
        fields.put("frames", frames);
        return fields;
    }

    /** A log that can't be written must not stop the server. */
    private synchronized void write(String line) {
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
                Files.move(file, file.resolveSibling("server.jsonl.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            failures++;
        }
    }

    private long failures;

    /** Lines that could not be written. */
    public synchronized long failures() {
        return failures;
    }
}
