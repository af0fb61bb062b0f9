package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.serve.server.RapportServer;
import io.rapport.serve.server.ServerError;
import io.rapport.serve.server.ServerPlan;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves a home to browsers. */
@Command(
        name = "serve",
        header = "Serve the home to browsers: pages, jobs, sign-in.",
        sortOptions = false,
        description = {
            "Listens on this machine alone unless --address says otherwise. Until people can sign in, a link is printed",
            "that lets one administrator in. It runs until Ctrl-C; jobs that are broken off go on at the next start."
        },
        footer = {
            "",
            "Examples:",
            "  rapport serve",
            "  rapport serve --port 9000 --address 0.0.0.0 --public-url https://rapport.contoso.com",
            "  rapport serve --port 0 --check"
        })
final class ServeCommand implements Task {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int INTERNAL_ERROR = 500;

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Option(
            names = "--check",
            description = "Start, ask for the page where people sign in, and stop: tries whether everything is there.")
    private boolean isCheck;

    @Override
    public void run(Session session) {
        Console console = session.console();
        try (RapportServer server = RapportServer.start(options.plan(session, "Rapport", ServerPlan.microsoft()))) {
            if (isCheck) {
                check(server);
                console.line("It starts, and it answers.");
                return;
            }
            console.line("Rapport is at " + server.url());
            server.adminLink().ifPresent(link -> show(console, link));
            console.out().flush();
            console.note("Ctrl-C ends it.");
            new CountDownLatch(1).await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            console.note("Stopped.");
        }
    }

    private static void check(RapportServer server) {
        String trouble;
        try {
            HttpURLConnection page = (HttpURLConnection)
                    server.localUrl().resolve("/sign-in").toURL().openConnection();
            page.setReadTimeout((int) PATIENCE.toMillis());
            int status = page.getResponseCode();
            trouble = status < INTERNAL_ERROR ? "" : "with status " + status;
        } catch (IOException silent) {
            trouble = "not at all";
        }
        if (!trouble.isEmpty()) {
            throw new RapportException(
                    ServerError.SERVER_FAILED,
                    "The server started, but it answered " + trouble
                            + " when it was asked for its first page. Its log says why.");
        }
    }

    private static void show(Console console, URI link) {
        console.line("Nobody can sign in yet. For one administrator, once, within an hour:");
        console.line("  " + link);
    }
}
