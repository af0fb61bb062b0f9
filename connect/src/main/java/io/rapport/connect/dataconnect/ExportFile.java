package io.rapport.connect.dataconnect;

import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * An export file as it was found: what it is, and which bytes it had.
 *
 * @param path as it was named or found
 * @param format by its content
 * @param bytes its size
 * @param modified when it last changed
 * @param sha256 of its bytes as they lie there, in hexadecimal
 */
record ExportFile(Path path, ExportFormat format, long bytes, FileTime modified, String sha256) {

    /**
     * Looks at a file from its first byte to its last.
     *
     * @param progress hears the number of bytes of each piece read
     */
    static ExportFile inspect(Path path, ImportLimits limits, LongConsumer progress) {
        try {
            long bytes = Files.size(path);
            FileTime modified = Files.getLastModifiedTime(path);
            return new ExportFile(path, ExportFormat.recognise(path, limits), bytes, modified, sha256(path, progress));
        } catch (IOException e) {
            throw notReadable(path, e);
        }
    }

    /** Throws where the file is no longer the one that was found. */
    void requireUnchanged() {
        try {
            if (Files.size(path) == bytes && Files.getLastModifiedTime(path).equals(modified)) {
                return;
            }
        } catch (IOException e) {
            throw notReadable(path, e);
        }
        throw new RapportException(
                ConnectError.EXPORT_CHANGED,
                path + " changed while it was imported. Import it when the export has finished. Nothing was imported.");
    }

    static RapportException notReadable(Path path, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new RapportException(
                    ConnectError.EXPORT_NOT_FOUND, path + " does not exist. Check the name. Nothing was imported.");
        }
        String why = cause instanceof AccessDeniedException
                ? "the account that runs this has no permission. Grant it read permission"
                : "the system reported an error (" + cause.getClass().getSimpleName() + "). Check the disk";
        return new RapportException(
                ConnectError.EXPORT_NOT_READABLE, path + " can't be read: " + why + ". Nothing was imported.", cause);
    }

    private static String sha256(Path path, LongConsumer progress) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] buffer = new byte[256 << 10];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                progress.accept(read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
