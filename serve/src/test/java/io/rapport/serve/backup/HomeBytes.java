package io.rapport.serve.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every byte of every file of a home that belongs into a backup. */
public final class HomeBytes {

    private static final List<String> OUTSIDE =
            List.of("rapport.db", "home.id", "logs/", "tmp/", "keys/", "lake/_staging");

    private HomeBytes() {}

    /** By path, relative to the home. */
    public static Map<String, ByteBuffer> of(Path home) throws IOException {
        Map<String, ByteBuffer> all = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(home)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                String path = home.relativize(file).toString().replace('\\', '/');
                if (OUTSIDE.stream().noneMatch(path::startsWith)) {
                    all.put(path, ByteBuffer.wrap(Files.readAllBytes(file)));
                }
            }
        }
        return all;
    }
}
