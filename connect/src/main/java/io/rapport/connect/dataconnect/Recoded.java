package io.rapport.connect.dataconnect;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** Text of another encoding as UTF-8. What is no text of that encoding is an error, never a replacement character. */
final class Recoded extends InputStream {

    private final Reader reader;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final CharBuffer chars = CharBuffer.allocate(16 << 10).flip();
    private final ByteBuffer bytes = ByteBuffer.allocate(64 << 10).flip();
    private boolean isAtEnd;

    Recoded(InputStream in, Charset charset) {
        // A decoder reports what it can't read, unlike a reader that was given the charset alone.
        this.reader = new InputStreamReader(in, charset.newDecoder());
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int read = Math.min(length, bytes.remaining());
        bytes.get(target, offset, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private boolean fill() throws IOException {
        while (!bytes.hasRemaining() && !isAtEnd) {
            chars.compact();
            isAtEnd = reader.read(chars) < 0;
            chars.flip();
            bytes.clear();
            var result = encoder.encode(chars, bytes, isAtEnd);
            if (result.isError()) {
                result.throwException();
            }
            bytes.flip();
        }
        return bytes.hasRemaining();
    }
}
