package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.serve.access.AccessError;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.access.ChainCheck;
import io.rapport.serve.api.client.ServerApi;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Looks at the access log. */
@Command(
        name = "access-log",
        header = "Check the log of who saw, exported, changed or deleted what.",
        synopsisSubcommandLabel = "verify",
        footer = {"", "Example:", "  rapport access-log verify"})
final class AccessLogCommand {

    /** Looks at every line whether it is as it was written. */
    @Command(
            name = "verify",
            header = "Look whether every line is as it was written, and none is missing.",
            description = {
                "Prints how many lines there are and the hash of the last one. Keep that hash elsewhere: lines that are",
                "cut off at the end show when it is no longer there. Exit code 1 where a line was changed or is missing."
            },
            footer = {"", "Example:", "  rapport access-log verify"})
    static final class Verify implements Task, ServedTask {

        @Override
        public void run(Session session) {
            session.requireHomeInUse();
            ChainCheck check = new AccessLog(session.openState(), session.instants()).check();
            show(check.entries(), check.head(), check.findBroken(), session.console());
        }

        @Override
        public void run(Session session, ServerApi server) {
            Map<String, @Nullable Object> check = server.get("/access-log/check", Map.of());
            show(
                    check.get("lines") instanceof Long lines ? lines : 0,
                    String.valueOf(check.get("head")),
                    check.get("firstBroken") instanceof Long number ? Optional.of(number) : Optional.empty(),
                    session.console());
        }

        private static void show(long lines, String head, Optional<Long> broken, Console console) {
            if (console.isJson()) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("lines", lines);
                fields.put("head", head);
                fields.put("isSound", broken.isEmpty());
                console.json(fields);
            } else if (broken.isEmpty()) {
                console.line(
                        "The access log is sound: " + Words.many(lines, "line") + ", the last one's hash is " + head);
            }
            broken.ifPresent(number -> {
                throw new RapportException(
                        AccessError.ACCESS_LOG_BROKEN,
                        "Line " + number
                                + " of the access log is not as it was written, or the one before it is missing."
                                + " Up to there it is sound. Compare it with a backup, and find out who can write to the"
                                + " state database.");
            });
        }
    }
}
