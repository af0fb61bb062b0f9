package io.rapport.bench.tenant;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One connection over plain HTTP that is kept open, and whose answers are thrown away but for their begin: the cheapest
 * client there is, so that what is measured is the server. Not thread-safe.
 */
final class DiscardingConnection implements AutoCloseable {

    /**
     * An answer.
     *
     * @param begin of the body; all of it where it is no longer than was to be kept
     * @param bytes of the body
     */
    record Reply(int status, String begin, long bytes) {}

    private static final int BUFFER = 1 << 18;
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final String host;
    private final byte[] buffer = new byte[BUFFER];

    DiscardingConnection(URI server) throws IOException {
        this.socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setReceiveBufferSize(BUFFER);
        this.in = socket.getInputStream();
        this.host = server.getAuthority();
    }

    /**
     * @param head method and path, and headers one to a line
     * @param body empty for none
     * @param kept bytes of the answer's body to keep, less than 200,000
     */
    Reply ask(String head, String body, int kept) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        int line = head.indexOf('\n');
        String first = line < 0 ? head : head.substring(0, line);
        String more = line < 0 ? "" : head.substring(line + 1).strip().replace("\n", "\r\n") + "\r\n";
        String request = first.strip() + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "Content-Length: "
                + content.length + END_OF_HEAD;
        socket.getOutputStream().write((request + body).getBytes(StandardCharsets.UTF_8));
        return read(kept);
    }

    private Reply read(int kept) throws IOException {
        int filled = 0;
        int headEnd = -1;
        while (headEnd < 0) {
            filled += more(filled);
            headEnd = indexOfEnd(filled);
        }
        String head = new String(buffer, 0, headEnd, StandardCharsets.US_ASCII);
        long length = length(head);
        int wanted = (int) Math.min(length, kept);
        while (filled - headEnd < wanted) {
            filled += more(filled);
        }
        String begin = new String(Arrays.copyOfRange(buffer, headEnd, headEnd + wanted), StandardCharsets.UTF_8);
        for (long left = length - (filled - headEnd); left > 0; ) {
            left -= more(0);
        }
        return new Reply(Integer.parseInt(head.substring(9, 12)), begin, length);
    }

    private int more(int from) throws IOException {
        int count = in.read(buffer, from, buffer.length - from);
        if (count <= 0) {
            throw new IOException("the answer ends early");
        }
        return count;
    }

    private int indexOfEnd(int filled) {
        for (int i = 0; i + END_OF_HEAD.length() <= filled; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                return i + END_OF_HEAD.length();
            }
        }
        return -1;
    }

    private static long length(String head) throws IOException {
        for (String line : head.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                return Long.parseLong(line.substring(LENGTH.length()).strip());
            }
        }
        throw new IOException("the answer doesn't say how long it is");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
