package io.rapport.serve.api.front;

import io.rapport.core.error.RapportException;
import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.api.operation.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Chooses the type of an answer. */
final class Acceptance {

    /** Whatever it is: a stored file is sent as what it is. */
    private static final String ANY = "*/*";

    private Acceptance() {}

    /**
     * Null for JSON, or for the one type that there is.
     *
     * @throws RapportException {@link ApiError#NOT_ACCEPTABLE}
     */
    static @Nullable ExportFormat choose(Operation operation, @Nullable String header) {
        if (header == null || header.isBlank() || operation.mediaType().equals(ANY)) {
            return null;
        }
        List<MediaType> wanted;
        try {
            wanted = new ArrayList<>(MediaType.parseMediaTypes(header));
        } catch (InvalidMediaTypeException malformed) {
            throw refused(operation);
        }
        wanted.sort(Comparator.comparing(MediaType::getQualityValue).reversed());
        for (MediaType one : wanted) {
            if (one.getQualityValue() > 0) {
                if (includes(one, first(operation))) {
                    return null;
                }
                for (ExportFormat format : operation.formats()) {
                    if (includes(one, format.mediaType())) {
                        return format;
                    }
                }
            }
        }
        throw refused(operation);
    }

    /** What is answered where nothing else is wanted. */
    private static String first(Operation operation) {
        return operation.mediaType().isEmpty() ? "application/json" : operation.mediaType();
    }

    private static boolean includes(MediaType wanted, String type) {
        MediaType offered = MediaType.parseMediaType(type);
        return wanted.includes(new MediaType(offered.getType(), offered.getSubtype()))
                || new MediaType(wanted.getType(), wanted.getSubtype())
                        .includes(new MediaType(offered.getType(), offered.getSubtype()));
    }

    private static RapportException refused(Operation operation) {
        String others = operation.formats().stream()
                .map(format -> ", " + format.mediaType().split(";", 2)[0])
                .collect(Collectors.joining());
        return new RapportException(
                ApiError.NOT_ACCEPTABLE, "The answer can be had as " + first(operation) + others + ".");
    }
}
