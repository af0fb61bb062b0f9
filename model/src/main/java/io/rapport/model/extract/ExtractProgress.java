package io.rapport.model.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which files of an unfinished extraction are complete: a file in its folder, whose first line tells which extraction it
 * is, and whose others are SHA-256, rows, bytes and name. A line that was cut off is none.
 */
final class ExtractProgress {

    static final String LOCK = "_lock";

    private static final String NAME = "_progress";
    private static final String END = ".";

    private final Path file;
    private final String fingerprint;
    private final Map<String, ExtractedFile> finished = new LinkedHashMap<>();

    private ExtractProgress(Path file, String fingerprint) {
        this.file = file;
        this.fingerprint = fingerprint;
    }

    /** Whether a file tells that its folder is an unfinished extraction's. */
    static boolean isPart(Path path) {
        return path.endsWith(NAME) || path.endsWith(LOCK);
    }

    /** Nothing where it is another extraction's, or none's. */
    static ExtractProgress read(Path folder, String fingerprint) throws IOException {
        ExtractProgress progress = new ExtractProgress(folder.resolve(NAME), hash(fingerprint));
        if (!Files.exists(progress.file)) {
            return progress;
        }
        List<String> lines = Files.readAllLines(progress.file, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !lines.get(0).equals(progress.fingerprint)) {
            return progress;
        }
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", 5);
            if (words.length == 5 && words[4].equals(END) && isThere(folder, words)) {
                progress.finished.put(
                        words[3],
                        new ExtractedFile(words[3], Long.parseLong(words[1]), Long.parseLong(words[2]), words[0]));
            }
        }
        return progress;
    }

    private static boolean isThere(Path folder, String[] words) throws IOException {
        Path named = folder.resolve(words[3]);
        return words[1].equals("0") || (Files.exists(named) && Files.size(named) == Long.parseLong(words[2]));
    }

    void begin() throws IOException {
        Files.writeString(file, fingerprint + "\n", StandardCharsets.UTF_8);
    }

    void add(ExtractedFile done) throws IOException {
        String line = done.sha256() + " " + done.rows() + " " + done.bytes() + " " + done.name() + " " + END + "\n";
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        finished.put(done.name(), done);
    }

    Optional<ExtractedFile> find(String name) {
        return Optional.ofNullable(finished.get(name));
    }

    int count() {
        return (int) finished.values().stream().filter(done -> done.rows() > 0).count();
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
