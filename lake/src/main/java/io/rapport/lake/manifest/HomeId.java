package io.rapport.lake.manifest;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/** The random id of a home: one line in {@code home.id}, and one row in its state database. */
record HomeId(UUID value) {

    static HomeId random() {
        return new HomeId(UUID.randomUUID());
    }

    static HomeId of(String text) {
        return new HomeId(UUID.fromString(text.strip()));
    }

    static Optional<HomeId> find(HomeLayout layout) {
        Path file = layout.id();
        try {
            return Optional.of(of(Files.readString(file)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED,
                    "The file " + file + " can't be read; it holds the home's id, one line. Check its owner, or restore"
                            + " it from a backup.",
                    e);
        }
    }

    /** Writes the file, whole or not at all, and safe on disk. */
    void write(HomeLayout layout) {
        Path file = layout.id();
        Path draft = layout.temp().resolve("home.id-" + UUID.randomUUID());
        try {
            Files.writeString(draft, this + "\n", StandardCharsets.US_ASCII);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            Durable.syncFolder(layout.home());
        } catch (IOException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED,
                    "The file " + file + " can't be written. Check the home folder's owner and the free space.",
                    e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
