package io.rapport.connect.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** One HTTP answer, whole. Holds its body as it came: compressed answers that wait stay small. */
public final class Answer {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * @param status HTTP's status code
     * @param headers by name in lower case
     * @param body not copied
     */
    public Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    public int status() {
        return status;
    }

    public byte[] body() {
        return body;
    }

    /** By name in lower case. */
    public Map<String, String> headers() {
        return headers;
    }

    Optional<String> findHeader(String lowerCase) {
        return Optional.ofNullable(headers.get(lowerCase));
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isCompressed() {
        return "gzip".equalsIgnoreCase(headers.getOrDefault("content-encoding", ""));
    }

    /** The body as the server meant it. */
    InputStream open() throws IOException {
        InputStream bytes = new ByteArrayInputStream(body);
        return isCompressed() ? new GZIPInputStream(bytes, 16 << 10) : bytes;
    }

    @Override
    public String toString() {
        return "status " + status + ", " + body.length + " bytes";
    }
}
