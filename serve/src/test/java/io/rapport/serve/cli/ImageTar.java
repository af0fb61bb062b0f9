package io.rapport.serve.cli;

import io.rapport.serve.json.JsonText;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A container image as a tar, read whole.
 *
 * @param config what it says of itself
 * @param layers tars, the lowest first, gzipped or not
 */
record ImageTar(Tree config, List<byte[]> layers) {

    /** A file of a layer, counted from the lowest, 0; its path has no slash at the start. */
    static final class Entry {

        final int layer;
        final String path;
        final long user;
        final int mode;
        final long seconds;
        final byte[] bytes;

        private Entry(int layer, TarArchiveEntry entry, byte[] bytes) {
            this.layer = layer;
            this.path = entry.getName();
            this.user = entry.getLongUserId();
            this.mode = entry.getMode() & 0777;
            this.seconds = entry.getLastModifiedTime().toMillis() / 1000;
            this.bytes = bytes;
        }

        @Override
        public String toString() {
            return path;
        }
    }

    static ImageTar read(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                parts.put(entry.getName(), tar.readAllBytes());
            }
        }
        Tree manifest = json(parts, "manifest.json").list().get(0);
        return new ImageTar(
                json(parts, manifest.text("Config")),
                manifest.texts("Layers").stream()
                        .map(layer -> Objects.requireNonNull(parts.get(layer), layer))
                        .toList());
    }

    List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            try (TarArchiveInputStream tar = new TarArchiveInputStream(open(layers.get(i)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    entries.add(new Entry(i, entry, tar.readAllBytes()));
                }
            }
        }
        return entries;
    }

    /** A layer's tar. */
    static InputStream open(byte[] layer) throws IOException {
        boolean isGzip = layer.length > 1 && (layer[0] & 0xff) == 0x1f && (layer[1] & 0xff) == 0x8b;
        return isGzip ? new GZIPInputStream(new ByteArrayInputStream(layer)) : new ByteArrayInputStream(layer);
    }

    private static Tree json(Map<String, byte[]> parts, String name) {
        byte[] bytes = Objects.requireNonNull(parts.get(name), name);
        return Tree.of(name, JsonText.read(new String(bytes, StandardCharsets.UTF_8)));
    }
}
