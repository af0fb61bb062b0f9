package io.rapport.serve.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Copies files, looks at every byte on the way, and forces the copies to disk. Links are not followed. */
final class FileCopy {

    private static final int BUFFER = 1 << 18;

    /**
     * What was copied.
     *
     * @param sha256 in hexadecimal
     */
    record Copied(long bytes, String sha256) {}

    private FileCopy() {}

    /**
     * @param to is not there yet; its folders are made
     * @param onBytes hears of bytes as they are copied
     */
    static Copied copy(Path from, Path to, LongConsumer onBytes) throws IOException {
        Files.createDirectories(to.getParent());
        MessageDigest digest = sha256();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(from, LinkOption.NOFOLLOW_LINKS);
                FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                bytes += read;
                onBytes.accept(read);
            }
            out.force(true);
        }
        return new Copied(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** Of a file that stays where it is. */
    static Copied look(Path file) throws IOException {
        MessageDigest digest = sha256();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
        }
        return new Copied(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
