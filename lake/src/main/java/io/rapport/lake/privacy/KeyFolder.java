package io.rapport.lake.privacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a home's key files. Each is written whole or not at all, and is its owner's alone. A process that is killed
 * over it leaves a draft with a key in it; whoever writes or sweeps here next overwrites and deletes that. One process at a
 * time, by the lock of an empty file.
 *
 * @param folder need not be there
 */
public record KeyFolder(Path folder) {

    private static final Pattern DRAFT = Pattern.compile("(key|suppression)[0-9]+[.]tmp");
    private static final String LOCK = "keys.lock";
    private static final ReentrantLock OF_THIS_PROCESS = new ReentrantLock();

    /** The folder in which a key file lies. */
    public static KeyFolder of(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder");
        }
        return new KeyFolder(folder);
    }

    /** What is done while nobody else writes. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    /** Writes a file, unless it is there: whoever was first counts. */
    public void create(Path file, String text) throws IOException {
        Files.createDirectories(folder);
        alone(() -> {
            if (!Files.exists(file)) {
                move(draft(text), file);
            }
        });
    }

    /** Puts another text in the place of a file's, at once for whoever reads it, and overwrites the former one's bytes. */
    public void replace(Path file, String text) throws IOException {
        alone(() -> {
            try (FileChannel former = FileChannel.open(file, StandardOpenOption.WRITE)) {
                move(draft(text), file);
                overwrite(former);
            }
        });
    }

    /** Deletes what killed processes left. Where there is nothing of that it only looks. */
    public void sweep() throws IOException {
        if (!drafts().isEmpty()) {
            alone(() -> {});
        }
    }

    private void alone(Writing writing) throws IOException {
        OF_THIS_PROCESS.lock();
        try (FileChannel lock =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var unused = lock.lock();
            for (Path draft : drafts()) {
                delete(draft);
            }
            writing.run();
        } finally {
            OF_THIS_PROCESS.unlock();
        }
    }

    private List<Path> drafts() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> DRAFT.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }

    /** One that is a key file under a second name, as earlier versions made them, loses that name alone. */
    private void delete(Path draft) throws IOException {
        boolean isKey = false;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path other : files.toList()) {
                isKey |= !other.equals(draft) && Files.isSameFile(other, draft);
            }
        }
        if (!isKey) {
            try (FileChannel left = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                overwrite(left);
            }
        }
        Files.deleteIfExists(draft);
    }

    private static void overwrite(FileChannel file) throws IOException {
        file.write(ByteBuffer.allocate((int) file.size()), 0);
        file.force(true);
    }

    private Path draft(String text) throws IOException {
        Path draft = Files.createTempFile(folder, "key", ".tmp");
        if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        return draft;
    }

    private void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        syncFolder();
    }

    /** Where the platform can do that; Windows can't, and needs it less. */
    private void syncFolder() {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException platformCannot) {
            return;
        }
    }
}
