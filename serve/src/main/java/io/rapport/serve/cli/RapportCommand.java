package io.rapport.serve.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The word {@code rapport} itself, and the options that every command takes, before or after its name. */
@Command(
        name = "rapport",
        header = "Engagement analytics for Microsoft 365, on your own machine.",
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rapport import Message_v1 exports/Message_v1",
            "  rapport datasets",
            "  rapport query \"select count(*) from Message_v1\"",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong use, 3 bad data, 4 refused, 130 interrupted."
        })
final class RapportCommand {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where everything is stored. Default: RAPPORT_HOME, else ./rapport-home.")
    @Nullable
    Path home;

    @Option(
            names = "--state-url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = {
                "The home's state in PostgreSQL: jdbc:postgresql://HOST:PORT/DATABASE?user=USER.",
                "The password: RAPPORT_STATE_PASSWORD. Default: RAPPORT_STATE_URL, else SQLite in the home."
            })
    @Nullable
    String stateUrl;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            scope = ScopeType.INHERIT,
            description =
                    "Memory of the whole process, for example 1.5GB. Default: 3GB, or 60 %% of a smaller machine.")
    @Nullable
    String memory;

    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Work through the API of this server instead of on a home: https://rapport.contoso.com.")
    @Nullable
    String server;

    @Option(
            names = "--api-key-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Holds the key for --server. Default: RAPPORT_API_KEY_FILE.")
    @Nullable
    Path apiKeyFile;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Answer, and complain, in JSON.")
    boolean json;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "No progress and no notes.")
    boolean quiet;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Say where in the program an error arose.")
    boolean verbose;

    @Option(names = "--help", scope = ScopeType.INHERIT, usageHelp = true, description = "Show this text.")
    boolean help;

    @Option(names = "--version", scope = ScopeType.INHERIT, versionHelp = true, description = "Show the version.")
    boolean version;
}
