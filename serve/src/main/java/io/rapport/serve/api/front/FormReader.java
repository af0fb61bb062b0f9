package io.rapport.serve.api.front;

import io.rapport.core.error.RapportException;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.api.operation.InvalidRequest;
import io.rapport.serve.api.operation.SentFile;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the parts of a form. Files go to the home's temporary folder as they come, and are deleted with the request. */
final class FormReader {

    private static final int MOST_TEXT_BYTES = 2_000;

    private FormReader() {}

    /** By name: texts, and {@link SentFile}s. */
    static Map<String, Object> parts(HttpServletRequest request) throws IOException {
        if (!String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new RapportException(
                    ApiError.MEDIA_TYPE_UNSUPPORTED,
                    "The body is a form with files; its Content-Type is multipart/form-data.");
        }
        Map<String, Object> parts = new LinkedHashMap<>();
        for (Part part : sent(request)) {
            Object value = part.getSubmittedFileName() == null ? text(part) : file(part);
            if (parts.putIfAbsent(part.getName(), value) != null) {
                throw new InvalidRequest("body", "A part of the form is sent twice; once is enough.");
            }
        }
        return parts;
    }

    private static Collection<Part> sent(HttpServletRequest request) {
        try {
            return request.getParts();
        } catch (IllegalStateException tooMuch) {
            throw new RapportException(
                    ApiError.BODY_TOO_LARGE,
                    "The form has more bytes than files may have, 2 GB together, or more parts than it can have.",
                    tooMuch);
        } catch (IOException | ServletException malformed) {
            throw new InvalidRequest(
                    "body",
                    "It is a whole form of multipart/form-data, with the boundary that its" + " Content-Type names.");
        }
    }

    /** Puts a file in its place; on the same disk without copying it. */
    private static SentFile file(Part part) {
        return target -> part.write(target.toAbsolutePath().toString());
    }

    private static String text(Part part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            byte[] bytes = in.readNBytes(MOST_TEXT_BYTES + 1);
            if (bytes.length > MOST_TEXT_BYTES) {
                throw new RapportException(
                        ApiError.BODY_TOO_LARGE,
                        "A text of the form has more than " + MOST_TEXT_BYTES + " bytes, which is the limit.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noText) {
            throw new InvalidRequest("body", "A text of the form is not in UTF-8.");
        }
    }
}
