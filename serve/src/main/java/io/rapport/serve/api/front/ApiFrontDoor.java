package io.rapport.serve.api.front;

import io.rapport.core.error.RapportException;
import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.FileAnswer;
import io.rapport.serve.api.operation.NotModified;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.web.Downloads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.HttpRequestHandler;

/** Takes a request to its operation, and sends what comes of it. Looks and changes are written down before they happen. */
public final class ApiFrontDoor implements HttpRequestHandler {

    /** Of those who showed that a person signed in. */
    public static final String PERSON = "PERSON";

    private static final int NOT_MODIFIED = 304;

    private final Operations operations;
    private final Downloads downloads;
    private final AccessLog log;

    public ApiFrontDoor(Operations operations, Downloads downloads, AccessLog log) {
        this.operations = operations;
        this.downloads = downloads;
        this.log = log;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Operations.Match match = operations.match(request).orElseThrow(() -> none(request, response));
        Operation operation = match.operation();
        @Nullable Authentication who = SecurityContextHolder.getContext().getAuthentication();
        Person person = Person.find(who).orElse(null);
        @Nullable ExportFormat format = Acceptance.choose(operation, request.getHeader("Accept"));
        boolean isFile = format != null || !operation.mediaType().isEmpty();
        Role least = isFile ? operation.leastForFiles() : operation.least();
        if (least != null && (person == null || !person.role().mayActAs(least))) {
            throw new RapportException(
                    ApiError.ROLE_TOO_SMALL, "As a file this is for those who are " + least.word() + " or more.");
        }
        if (operation.isForPersons() && !isPerson(who)) {
            note(request, match, person, isFile, false);
            throw new RapportException(
                    ApiError.PERSON_NEEDED,
                    "A person decides that, signed in to the pages, or by an access token that says that a person signed"
                            + " in.");
        }
        Call call = new Call(
                operation, RequestReader.values(request, match), person, format, RequestReader.conditions(request));
        note(request, match, person, isFile, true);
        response.setHeader("Cache-Control", operation.hasVersion() ? "private, no-cache" : "no-store");
        response.setHeader("Vary", "Accept, Authorization");
        try {
            answer(call, operation, isFile, response);
        } catch (NotModified known) {
            head(call, response);
            response.setStatus(NOT_MODIFIED);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("the server stops", stopping);
        }
    }

    private void answer(Call call, Operation operation, boolean isFile, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (isFile) {
            FileAnswer file = Objects.requireNonNull(operation.files()).answer(call);
            head(call, response);
            send(file, call, response);
            return;
        }
        Object json = operation.work().answer(call);
        head(call, response);
        response.setStatus(operation.status());
        if (json != null) {
            byte[] bytes = JsonText.of(json).getBytes(StandardCharsets.UTF_8);
            response.setContentType("application/json");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }

    private void send(FileAnswer answer, Call call, HttpServletResponse response) throws IOException {
        if (answer instanceof FileAnswer.Table table) {
            ExportFormat format = call.findFormat().orElseThrow();
            if (format == ExportFormat.PARQUET && table.parquet() != null) {
                downloads.send(response, table.parquet(), table.table().name(), format);
            } else {
                downloads.send(response, table.table(), format);
            }
        } else if (answer instanceof FileAnswer.Written written) {
            response.setContentType(written.mediaType());
            response.setHeader("Content-Disposition", "attachment; filename=\"" + written.name() + "\"");
            written.writing().to(response.getWriter());
        } else if (answer instanceof FileAnswer.Stored stored) {
            response.setContentType(stored.mediaType());
            response.setHeader("Content-Disposition", "attachment; filename=\"" + stored.name() + "\"");
            response.setContentLengthLong(Files.size(stored.path()));
            long unused = Files.copy(stored.path(), response.getOutputStream());
        }
    }

    private static void head(Call call, HttpServletResponse response) {
        if (!call.version().isEmpty()) {
            response.setHeader("ETag", call.version());
        }
        if (!call.location().isEmpty()) {
            response.setHeader("Location", call.location());
        }
    }

    /** What stands for an access token of a person. */
    private static boolean isPerson(@Nullable Authentication who) {
        return who != null && who.getAuthorities().stream().anyMatch(any -> PERSON.equals(any.getAuthority()));
    }

    private void note(
            HttpServletRequest request,
            Operations.Match match,
            @Nullable Person person,
            boolean isFile,
            boolean isAllowed) {
        Operation operation = match.operation();
        if (person == null || operation.findAction().isEmpty()) {
            return;
        }
        AccessAction action = operation.findAction().orElseThrow();
        log.add(new AccessEvent(
                person.id(),
                person.displayName(),
                person.role().word(),
                isFile && action == AccessAction.VIEW ? AccessAction.EXPORT : action,
                "API: " + operation.subject(),
                String.join(" ", match.variables().values()),
                request.getRemoteAddr(),
                isAllowed));
    }

    private RapportException none(HttpServletRequest request, HttpServletResponse response) {
        List<String> methods = operations.methods(request);
        if (methods.isEmpty()) {
            return new RapportException(
                    ApiError.NOT_FOUND,
                    "There is no such operation. " + Operation.ROOT + "/openapi.json names them all.");
        }
        response.setHeader("Allow", String.join(", ", methods));
        return new RapportException(
                ApiError.METHOD_NOT_ALLOWED, "This address knows " + String.join(" and ", methods) + " only.");
    }
}
