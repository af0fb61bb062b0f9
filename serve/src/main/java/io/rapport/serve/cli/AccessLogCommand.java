package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.serve.access.AccessError;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.access.ChainCheck;
import java.util.LinkedHashMap;
import java.util.Map;
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
    static final class Verify implements Task {

        @Override
        public void run(Session session) {
            session.requireHomeInUse();
            ChainCheck check = new AccessLog(session.openState(), session.instants()).check();
            Console console = session.console();
            if (console.isJson()) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("lines", check.entries());
                fields.put("head", check.head());
                fields.put("isSound", check.isSound());
                console.json(fields);
            } else if (check.isSound()) {
                console.line("The access log is sound: " + Words.many(check.entries(), "line")
                        + ", the last one's hash is " + check.head());
            }
            check.findBroken().ifPresent(number -> {
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
