package io.rapport.serve.api.front;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.RapportException;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.api.operation.ApiStatus;
import io.rapport.serve.api.operation.FieldProblem;
import io.rapport.serve.api.operation.RefusedRequest;
import io.rapport.serve.json.JsonText;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Says what went wrong, as RFC 9457 has it, with a code that stays the same whatever the words. */
public final class ProblemJson {

    /** Of every problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int UNAUTHORIZED = 401;

    private ProblemJson() {}

    /** An error of ours; its text names no data, so that it may be said. */
    public static void write(HttpServletResponse response, RapportException error, String reference)
            throws IOException {
        write(response, ApiStatus.of(error.code()), error.code(), error.text(), List.of(), reference);
    }

    /** All that is wrong with a request. */
    public static void write(HttpServletResponse response, List<FieldProblem> problems) throws IOException {
        String detail = problems.size() == 1
                ? problems.get(0).field() + ": " + problems.get(0).detail()
                : problems.size() + " things are wrong with the request; see problems.";
        write(response, ApiError.REQUEST_INVALID.status(), ApiError.REQUEST_INVALID, detail, problems, "");
    }

    /** All that stands against a request. */
    static void write(HttpServletResponse response, RefusedRequest refused) throws IOException {
        write(response, ApiStatus.of(refused.code()), refused.code(), refused.detail(), refused.problems(), "");
    }

    /** A status that came about before anybody knew why. */
    static void write(HttpServletResponse response, int status) throws IOException {
        ApiError code = switch (status) {
            case 401 -> ApiError.CREDENTIAL_MISSING;
            case 403 -> ApiError.ROLE_TOO_SMALL;
            case 404 -> ApiError.NOT_FOUND;
            case 405 -> ApiError.METHOD_NOT_ALLOWED;
            case 413 -> ApiError.BODY_TOO_LARGE;
            case 500 -> ApiError.INTERNAL;
            default -> ApiError.REQUEST_INVALID;
        };
        write(response, status, code, "The request was refused before it was read.", List.of(), "");
    }

    private static void write(
            HttpServletResponse response,
            int status,
            ErrorCode code,
            String detail,
            List<FieldProblem> problems,
            String reference)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put(
                "type",
                "urn:rapport:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        HttpStatus known = HttpStatus.resolve(status);
        problem.put("title", known == null ? "Refused" : known.getReasonPhrase());
        problem.put("status", status);
        problem.put("code", code.name());
        problem.put("detail", detail);
        if (!problems.isEmpty()) {
            problem.put("problems", problems.stream().map(ProblemJson::json).toList());
        }
        if (!reference.isEmpty()) {
            problem.put("reference", reference);
        }
        byte[] json = JsonText.of(problem).getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(status);
        if (status == UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }

    private static Map<String, Object> json(FieldProblem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", problem.field());
        json.put("detail", problem.detail());
        if (!problem.code().isEmpty()) {
            json.put("code", problem.code());
        }
        return json;
    }
}
