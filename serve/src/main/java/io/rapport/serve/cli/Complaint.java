package io.rapport.serve.cli;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.RapportException;
import io.rapport.serve.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells a person what went wrong, and the log where it arose. */
final class Complaint {

    private final RapportCommand options;
    private final Surroundings surroundings;
    private final List<String> words;
    private final Set<String> commands;

    /** @param commands names that may stand in the log */
    Complaint(RapportCommand options, Surroundings surroundings, List<String> words, Set<String> commands) {
        this.options = options;
        this.surroundings = surroundings;
        this.words = List.copyOf(words);
        this.commands = Set.copyOf(commands);
    }

    /** Prints the error and answers with the exit code that it stands for. */
    int about(Throwable error) {
        RapportException ours = error instanceof RapportException known ? known : unexpected(error);
        ExitCode exit = ExitCode.of(ours.code());
        if (exit != ExitCode.WRONG_USE && exit != ExitCode.INTERRUPTED && error == ours) {
            log().write(surroundings.instants().instant(), command(), error);
        }
        // Where the words could not be read to the end, the options may not have been set.
        if (options.json || words.contains("--json")) {
            surroundings.err().print(JsonText.of(json(ours)) + "\n");
        } else {
            surroundings.err().print("rapport: " + ours.text() + "\n");
        }
        if (options.verbose || words.contains("--verbose")) {
            surroundings.err().print(ErrorLog.stack(error));
        }
        return exit.number();
    }

    private RapportException unexpected(Throwable error) {
        ErrorLog log = log();
        String where = log.write(surroundings.instants().instant(), command(), error)
                ? "Where it arose: " + log.file()
                : "The log at " + log.file() + " can't be written; --verbose shows where it arose.";
        return error instanceof OutOfMemoryError
                ? new RapportException(
                        CliError.OUT_OF_MEMORY,
                        "Java's heap of " + (Runtime.getRuntime().maxMemory() >> 20)
                                + " MiB is full. Give it more, for example RAPPORT_JAVA_OPTIONS=-Xmx1g. " + where,
                        error)
                : new RapportException(
                        CliError.INTERNAL, "Something in Rapport itself failed, not your data. " + where, error);
    }

    private static Map<String, Object> json(RapportException error) {
        ErrorCode code = error.code();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", code.name());
        fields.put("kind", code.kind().name());
        fields.put("retryable", code.retryable());
        fields.put("message", error.text());
        return fields;
    }

    private ErrorLog log() {
        return new ErrorLog(Session.home(options.home, surroundings).log());
    }

    /** The command's name; its arguments may hold addresses and stay out of the log. */
    private String command() {
        return words.stream().filter(commands::contains).findFirst().orElse("rapport");
    }
}
