package io.rapport.bench.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of a file. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a text's lines, in whatever order they stand. */
    static String ofLines(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.size() + " lines, " + lines.stream().sorted().toList().hashCode();
    }
}
