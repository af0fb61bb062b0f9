package io.rapport.connect.dataconnect;

import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The text of an export file as UTF-8 without a byte order mark, whatever it rests in: gzip or not, UTF-8 or UTF-16. A
 * file that breaks off is a {@link RapportException} that names the byte. Not thread-safe.
 */
final class ExportText extends InputStream {

    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] UTF_16_LE_MARK = {(byte) 0xff, (byte) 0xfe};
    private static final byte[] UTF_16_BE_MARK = {(byte) 0xfe, (byte) 0xff};
    private static final int PEEK = 3;
    private static final int BUFFER = 64 << 10;

    private final Path file;
    private final CountedInput source;
    private final InputStream text;

    private ExportText(Path file, CountedInput source, ImportLimits limits) throws IOException {
        this.file = file;
        this.source = source;
        try {
            this.text = asUtf8(unpacked(limits));
        } catch (EOFException | ZipException bad) {
            throw damaged(bad);
        }
    }

    /** @throws IOException where the file can't be opened or read */
    static ExportText open(Path file, ImportLimits limits) throws IOException {
        CountedInput source = new CountedInput(new BufferedInputStream(Files.newInputStream(file), BUFFER));
        try {
            return new ExportText(file, source, limits);
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** Bytes of the file that were read so far. */
    long bytesRead() {
        return source.count();
    }

    /** The first character that is no blank, -1 where there is none. What was read on the way is gone. */
    int firstVisible() throws IOException {
        byte[] piece = new byte[8 << 10];
        for (int read = read(piece, 0, piece.length); read >= 0; read = read(piece, 0, piece.length)) {
            for (int i = 0; i < read; i++) {
                byte next = piece[i];
                if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                    return next & 0xff;
                }
            }
        }
        return -1;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return text.read(target, offset, length);
        } catch (EOFException | ZipException | CharacterCodingException bad) {
            throw damaged(bad);
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private InputStream unpacked(ImportLimits limits) throws IOException {
        PushbackInputStream in = new PushbackInputStream(source, PEEK);
        if (!begins(peek(in), GZIP)) {
            return in;
        }
        long size = Files.size(file);
        long most = Math.max(ImportLimits.INFLATION_FLOOR, size * limits.inflation());
        return new Bounded(
                new WholeGzip(in, source, size),
                most,
                () -> new RapportException(
                        ConnectError.EXPORT_INFLATES,
                        String.format(
                                Locale.ROOT,
                                "%s is a gzip file of %,d bytes that holds more than %,d; %d times its size is the limit. No"
                                        + " export is packed so well: check where it came from. Where it is right, unpack it"
                                        + " and import it unpacked. Nothing was imported.",
                                file,
                                size,
                                most,
                                limits.inflation())));
    }

    private static InputStream asUtf8(InputStream unpacked) throws IOException {
        PushbackInputStream in = new PushbackInputStream(new BufferedInputStream(unpacked, BUFFER), PEEK);
        byte[] head = peek(in);
        if (begins(head, UTF_8_MARK)) {
            in.skipNBytes(UTF_8_MARK.length);
            return in;
        }
        Charset utf16 = utf16(head);
        if (utf16 == null) {
            return in;
        }
        if (begins(head, UTF_16_LE_MARK) || begins(head, UTF_16_BE_MARK)) {
            in.skipNBytes(UTF_16_LE_MARK.length);
        }
        return new Recoded(in, utf16);
    }

    /** The UTF-16 that a text begins in, by its mark or by the zero beside its first brace; null where it is none. */
    private static @Nullable Charset utf16(byte[] head) {
        if (begins(head, UTF_16_LE_MARK)) {
            return StandardCharsets.UTF_16LE;
        }
        if (begins(head, UTF_16_BE_MARK)) {
            return StandardCharsets.UTF_16BE;
        }
        if (head.length < 2 || (head[0] == 0) == (head[1] == 0)) {
            return null;
        }
        return head[1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static byte[] peek(PushbackInputStream in) throws IOException {
        byte[] head = in.readNBytes(PEEK);
        in.unread(head);
        return head;
    }

    private static boolean begins(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    private RapportException damaged(IOException cause) {
        String what = cause instanceof EOFException
                ? "breaks off within its gzip data at byte "
                : cause instanceof ZipException
                        ? "has damaged gzip data near byte "
                        : "begins as UTF-16 and is none near byte ";
        return new RapportException(
                ConnectError.EXPORT_DAMAGED,
                file + " " + what + source.count() + ". Export or copy it again. Nothing was imported.",
                cause);
    }
}
