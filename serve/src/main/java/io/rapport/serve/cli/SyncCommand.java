package io.rapport.serve.cli;

import io.rapport.connect.sync.CommitLimits;
import io.rapport.core.error.RapportException;
import io.rapport.serve.api.client.ServerApi;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports what is new in watched folders. */
@Command(
        name = "sync",
        header = "Read what is new in connected tenants and folders.",
        sortOptions = false,
        description = {
            "Of a tenant, the first sync reads the mail of one year and the running month; later ones read what",
            "changed. A sync that was broken off goes on where it was. A mailbox that can't be read is set aside,",
            "and the rest goes on.",
            "A file is imported once it has not changed for 30 seconds. One that can't be imported is set",
            "aside, the rest goes on and the exit code stays 0: rapport connections lists such files."
        },
        footer = {"", "Examples:", "  rapport sync", "  rapport sync data-connect --follow"})
final class SyncCommand implements Task, ServedTask {

    /** Between two looks of {@code --follow}. */
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "One connection. Default: all of them.")
    private @Nullable String name;

    @Option(names = "--once", description = "Look once, then end; the default.")
    private boolean once;

    @Option(names = "--follow", description = "Folders every 5 seconds and tenants every 5 minutes, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--commit-rows", hidden = true)
    private @Nullable Long commitRows;

    @Override
    public void run(Session session) {
        if (once && follow) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT, "--once and --follow exclude each other. Choose one of them.");
        }
        SyncRounds rounds = new SyncRounds(session, session.requireConnections(), name, limits());
        if (follow) {
            rounds.follow(() -> Thread.sleep(INTERVAL.toMillis()));
        } else {
            rounds.once();
        }
    }

    @Override
    public void run(Session session, ServerApi server) {
        if (follow) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT, "A server syncs by itself every few minutes: leave out --follow.");
        }
        List<String> names = name == null ? ServedView.connectionNames(server) : List.of(name);
        ServedJob.show(
                session,
                server,
                names.stream()
                        .map(one -> "/connections/" + ServerApi.encoded(one) + "/sync")
                        .toList());
    }

    private CommitLimits limits() {
        return commitRows == null ? CommitLimits.USUAL : CommitLimits.USUAL.withRows(Math.max(1, commitRows));
    }
}
