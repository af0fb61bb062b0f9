package io.rapport.serve.api.operation;

import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.security.Role;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that the API can be asked for: who may, what it takes, what it answers, and what does it. Routing, the check of
 * roles, the access log and the document all read it here.
 *
 * @param id stable name, for generated clients
 * @param method {@code GET}, {@code POST}, {@code PUT} or {@code DELETE}
 * @param path below {@code /api/v1}, variables in braces
 * @param tag heading in the document
 * @param summary one sentence for people
 * @param least the least that somebody must be; null for everybody
 * @param leastForFiles the same where the answer is wanted as a file
 * @param isForPersons whether a key may not, whatever its role: only the access token of a person
 * @param action what the access log calls it; null where nothing of anybody's is shown or changed
 * @param subject what the access log calls the thing
 * @param status of its answer when all went well
 * @param answers the shape of a JSON answer; null where there is none
 * @param mediaType of an answer that is one stored file; empty otherwise
 * @param hasVersion whether answers have an ETag
 * @param takesVersion whether a change can be bound to a version by {@code If-Match}
 * @param work makes the JSON answer
 * @param formats as which files a list can be had besides; none where it is none
 * @param files makes the answer where a file is wanted; null where it can't be had so
 */
public record Operation(
        String id,
        String method,
        String path,
        String tag,
        String summary,
        @Nullable Role least,
        @Nullable Role leastForFiles,
        boolean isForPersons,
        @Nullable AccessAction action,
        String subject,
        List<Parameter> parameters,
        int status,
        @Nullable Shape<?> answers,
        String mediaType,
        boolean hasVersion,
        boolean takesVersion,
        Work work,
        List<ExportFormat> formats,
        @Nullable FileWork files) {

    /** Before every path. */
    public static final String ROOT = "/api/v1";

    public Operation {
        parameters = List.copyOf(parameters);
        formats = List.copyOf(formats);
        if (!summary.endsWith(".")) {
            throw new IllegalArgumentException("the summary of " + id + " is a sentence");
        }
    }

    /** Makes a JSON answer; null for none. */
    @FunctionalInterface
    public interface Work {
        @Nullable
        Object answer(Call call) throws IOException, InterruptedException;
    }

    /** Makes an answer that is a file. */
    @FunctionalInterface
    public interface FileWork {
        FileAnswer answer(Call call) throws IOException, InterruptedException;
    }

    public Optional<Role> findLeast() {
        return Optional.ofNullable(least);
    }

    public Optional<AccessAction> findAction() {
        return Optional.ofNullable(action);
    }

    public Optional<Shape<?>> findAnswers() {
        return Optional.ofNullable(answers);
    }

    /** Those that are sent after the headers: as fields of one JSON object, or as parts of a form. */
    public List<Parameter> body() {
        return parameters.stream().filter(Parameter::isSent).toList();
    }

    /** Whether they are parts of a form. */
    public boolean takesForm() {
        return parameters.stream().anyMatch(parameter -> parameter.place() == Parameter.Place.PART);
    }
}
