package io.rapport.serve.api.front;

import io.rapport.core.error.RapportException;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.api.operation.Call.Conditions;
import io.rapport.serve.api.operation.InvalidRequest;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Values;
import io.rapport.serve.json.JsonText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Reads what a request says. Never asks the container for parameters: it would read bodies of any kind for that. */
final class RequestReader {

    static final int MOST_BODY_BYTES = 256_000;

    private RequestReader() {}

    /** @throws InvalidRequest with everything that is wrong */
    static Values values(HttpServletRequest request, Operations.Match match) throws IOException {
        Operation operation = match.operation();
        return Values.of(
                operation.parameters(),
                match.variables(),
                query(request.getQueryString()),
                operation.body().isEmpty()
                        ? Map.of()
                        : operation.takesForm() ? FormReader.parts(request) : body(request));
    }

    static Conditions conditions(HttpServletRequest request) {
        String known = request.getHeader("If-None-Match");
        String expected = request.getHeader("If-Match");
        return new Conditions(
                known == null
                        ? List.of()
                        : Arrays.stream(known.split(",", -1))
                                .map(one -> one.strip().replaceFirst("^W/", ""))
                                .toList(),
                expected == null ? "" : expected.strip());
    }

    private static Map<String, List<String>> query(@Nullable String text) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (text == null || text.isEmpty()) {
            return query;
        }
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                query.computeIfAbsent(name, any -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String part) {
        try {
            return UriUtils.decode(part.replace('+', ' '), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidRequest("query", "It has a percent sign that is followed by no two hexadecimal digits.");
        }
    }

    private static Map<?, ?> body(HttpServletRequest request) throws IOException {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (!type.split(";", 2)[0].strip().equals("application/json")) {
            throw new RapportException(
                    ApiError.MEDIA_TYPE_UNSUPPORTED, "The body is JSON; its Content-Type is application/json.");
        }
        byte[] bytes;
        try (InputStream in = request.getInputStream()) {
            bytes = in.readNBytes(MOST_BODY_BYTES + 1);
        }
        if (bytes.length > MOST_BODY_BYTES) {
            throw new RapportException(
                    ApiError.BODY_TOO_LARGE,
                    "The body has more than " + MOST_BODY_BYTES + " bytes, which is the limit.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (JsonText.readWhole(text) instanceof Map<?, ?> fields) {
                return fields;
            }
        } catch (CharacterCodingException | IllegalArgumentException noJson) {
            // Said below.
        }
        throw new InvalidRequest("body", "It is one JSON object in UTF-8, each of its names once.");
    }
}
