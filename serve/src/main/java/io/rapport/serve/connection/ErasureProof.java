package io.rapport.serve.connection;

import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks whether an erasure left anything of a connection: reads every byte of every file of the home. */
final class ErasureProof {

    private static final int PIECE = 1 << 16;

    private final Path home;
    private final List<byte[]> words;

    /** @param words that nothing of the home may hold: the connection's id, its credential as it rested */
    ErasureProof(Path home, List<String> words) {
        this.home = home;
        this.words = words.stream()
                .map(word -> word.substring(0, Math.min(word.length(), 200)).getBytes(StandardCharsets.UTF_8))
                .filter(word -> word.length > 0)
                .toList();
    }

    /**
     * @param rest what the lake still knows of the connection
     * @throws RapportException {@link ConnectionError#ERASURE_INCOMPLETE}
     */
    void require(String connection, List<Path> rest) {
        List<Path> found = new ArrayList<>(rest);
        try (Stream<Path> tree = Files.walk(home)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                if (!words.isEmpty() && holds(file)) {
                    found.add(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw incomplete(connection, "not every file of " + home + " could be read", e);
        }
        if (!found.isEmpty()) {
            throw incomplete(
                    connection,
                    found.size() + " of the home's files still hold something of it, the first is " + found.get(0),
                    null);
        }
    }

    private static RapportException incomplete(
            String connection, String why, @org.jspecify.annotations.Nullable Throwable cause) {
        return new RapportException(
                ConnectionError.ERASURE_INCOMPLETE,
                "What " + connection + " brought was erased, but " + why
                        + ". End other processes of Rapport on this home, then say the same words again.",
                cause);
    }

    /** Whether a file that is there holds one of the words; pieces overlap, so that no word falls between two. */
    private boolean holds(Path file) throws IOException {
        int overlap = words.stream().mapToInt(word -> word.length).max().orElse(1);
        byte[] piece = new byte[PIECE + overlap];
        int kept = 0;
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(piece, kept, PIECE); read >= 0; read = in.read(piece, kept, PIECE)) {
                int length = kept + read;
                for (byte[] word : words) {
                    if (isIn(piece, length, word)) {
                        return true;
                    }
                }
                kept = Math.min(overlap, length);
                System.arraycopy(piece, length - kept, piece, 0, kept);
            }
        } catch (NoSuchFileException gone) {
            return false;
        }
        return false;
    }

    private static boolean isIn(byte[] piece, int length, byte[] word) {
        for (int at = 0; at + word.length <= length; at++) {
            int same = 0;
            while (same < word.length && piece[at + same] == word[same]) {
                same++;
            }
            if (same == word.length) {
                return true;
            }
        }
        return false;
    }
}
