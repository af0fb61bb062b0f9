package io.rapport.serve.erasure;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.lake.LakeError;
import io.rapport.lake.retention.ParquetTraces;
import io.rapport.serve.home.Home;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** People in the files of a home beside the lake's: each kind of file is rid of them in its own way. */
final class FileTraces {

    private static final int PIECE = 1 << 20;

    private final Home home;
    private final PersonWords words;
    private final ParquetTraces parquet;

    FileTraces(Home home, PersonWords words, ParquetTraces parquet) {
        this.home = home;
        this.words = words;
        this.parquet = parquet;
    }

    /** Contacts in customer profiles; returns how many lines went. */
    long removeContacts() {
        return files(home.profiles()).stream()
                .filter(file -> file.toString().endsWith(".ndjson.gz"))
                .mapToLong(this::removeLines)
                .sum();
    }

    /** Files that were sent for profiles and hold them; returns how many folders went. */
    long removeUploads() {
        long removed = 0;
        for (Path folder : folders(home.profiles().resolve("_uploads"))) {
            if (files(folder).stream().anyMatch(this::holds)) {
                delete(folder);
                removed++;
            }
        }
        return removed;
    }

    /** Lines of logs and of what was rejected. */
    long removeLogLines() {
        return Stream.concat(files(home.rejects()).stream(), files(home.logs()).stream())
                .mapToLong(this::removeLines)
                .sum();
    }

    /** Rows of tables of runs; returns how many. */
    long removeOutputRows() {
        return files(home.output()).stream()
                .filter(file -> file.toString().endsWith(".parquet"))
                .mapToLong(parquet::remove)
                .sum();
    }

    /** What was counted for pages; it is counted again. Returns how many files went. */
    long removeInsights() {
        long removed = 0;
        for (Path file : files(home.insights())) {
            if (holds(file)) {
                delete(file);
                removed++;
            }
        }
        return removed;
    }

    /** Whether a file holds one of them; reads what is packed, and the rows of Parquet. */
    boolean holds(Path file) {
        try {
            String name = file.getFileName().toString();
            if (name.endsWith(".parquet") && parquet.rows(file) > 0) {
                return true;
            }
            if (name.endsWith(".gz")) {
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    return isIn(in);
                }
            }
            try (InputStream in = Files.newInputStream(file)) {
                return isIn(in);
            }
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw failed(file, "read", e);
        } catch (RapportException unreadable) {
            if (!Files.exists(file)) {
                return false;
            }
            if (unreadable.code() != LakeError.ENGINE_FAILED) {
                throw unreadable;
            }
            throw new RapportException(
                    PersonErasureError.PERSON_FILES,
                    file
                            + " is damaged or half-written, so nobody can tell who is in it. End other processes of Rapport on"
                            + " this home, delete the file where it is none of Rapport's, or restore it from a backup;"
                            + " then run the erasure again.",
                    unreadable);
        }
    }

    /** Pieces overlap, so that no word falls between two. */
    private boolean isIn(InputStream in) throws IOException {
        int overlap = words.longest() + 3;
        byte[] piece = new byte[PIECE + overlap];
        int kept = 0;
        for (int read = in.readNBytes(piece, 0, PIECE); read > 0; read = in.readNBytes(piece, kept, PIECE)) {
            int length = kept + read;
            String text = new String(piece, 0, length, StandardCharsets.ISO_8859_1);
            boolean isLast = read < PIECE;
            // What lies at an edge lies within the next piece or lay within the one before.
            if (words.isIn(text, kept == 0 ? 0 : 1, isLast ? length : length - 2)) {
                return true;
            }
            kept = Math.min(overlap, length);
            System.arraycopy(piece, length - kept, piece, 0, kept);
        }
        return false;
    }

    private long removeLines(Path file) {
        if (!holds(file)) {
            return 0;
        }
        boolean isPacked = file.toString().endsWith(".gz");
        Path rest = file.resolveSibling("." + file.getFileName() + ".unfinished");
        long removed = 0;
        try {
            try (InputStream in = Files.newInputStream(file);
                    BufferedReader lines = new BufferedReader(
                            new InputStreamReader(isPacked ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
                    var out = Files.newOutputStream(rest);
                    BufferedWriter kept = new BufferedWriter(new OutputStreamWriter(
                            isPacked ? new GZIPOutputStream(out) : out, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (words.isIn(line)) {
                        removed++;
                    } else {
                        kept.write(line);
                        kept.write('\n');
                    }
                }
            }
            Files.move(rest, file, StandardCopyOption.REPLACE_EXISTING);
            return removed;
        } catch (IOException e) {
            throw failed(file, "written", e);
        }
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        } catch (NoSuchFileException nothing) {
            return List.of();
        } catch (IOException | UncheckedIOException e) {
            throw failed(folder, "read", e);
        }
    }

    private static List<Path> folders(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (NoSuchFileException nothing) {
            return List.of();
        } catch (IOException e) {
            throw failed(folder, "read", e);
        }
    }

    private static void delete(Path tree) {
        try {
            FolderTree.delete(tree);
        } catch (IOException e) {
            throw failed(tree, "deleted", e);
        }
    }

    private static RapportException failed(Path file, String what, Exception e) {
        return new RapportException(
                PersonErasureError.PERSON_FILES,
                file + " can't be " + what + ". Check its owner and the free space; then run the erasure again.",
                e);
    }
}
