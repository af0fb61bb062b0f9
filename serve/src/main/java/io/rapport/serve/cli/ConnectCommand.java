package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import picocli.CommandLine.Command;

/** Begins a connection; each connector is a command below it. */
@Command(
        name = "connect",
        header = "Connect a source of data.",
        synopsisSubcommandLabel = "CONNECTOR",
        sortOptions = false,
        footer = {
            "",
            "Connectors: outlook-mail-metadata, outlook-mail, outlook-calendar, data-connect.",
            "",
            "Example:",
            "  rapport connect data-connect --folder exports"
        })
final class ConnectCommand implements Task {

    @Override
    public void run(Session session) {
        throw new RapportException(
                CliError.WRONG_ARGUMENT,
                "connect needs a connector: outlook-mail-metadata, outlook-mail, outlook-calendar or data-connect. What"
                        + " each takes: rapport connect CONNECTOR --help.");
    }
}
