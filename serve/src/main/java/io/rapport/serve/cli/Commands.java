package io.rapport.serve.cli;

import picocli.CommandLine;

/** The commands, in the order in which people meet them. */
final class Commands {

    private Commands() {}

    static CommandLine addTo(CommandLine rapport) {
        return rapport.addSubcommand(new ImportCommand())
                .addSubcommand(new DatasetsCommand())
                .addSubcommand(new EnrichCommand())
                .addSubcommand(new QueryCommand());
    }
}
