package io.rapport.serve.cli;

import io.rapport.serve.server.RapportServer;
import io.rapport.serve.server.ServerPlan;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
            "  rapport serve --port 9000 --address 0.0.0.0 --public-url https://rapport.contoso.com"
        })
final class ServeCommand implements Task {

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Override
    public void run(Session session) {
        Console console = session.console();
        try (RapportServer server = RapportServer.start(options.plan(session, "Rapport", ServerPlan.microsoft()))) {
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

    private static void show(Console console, URI link) {
        console.line("Nobody can sign in yet. For one administrator, once, within an hour:");
        console.line("  " + link);
    }
}
