package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.serve.api.client.ServerApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A command that can work through a server. */
interface ServedTask {

    /** Where a key is looked for that no option names. */
    String VARIABLE = "RAPPORT_API_KEY_FILE";

    void run(Session session, ServerApi server);

    /** @throws RapportException {@link CliError#WRONG_ARGUMENT} where the command works on a home alone */
    static ServedTask require(Object command, String name) {
        if (command instanceof ServedTask served) {
            return served;
        }
        throw new RapportException(
                CliError.WRONG_ARGUMENT,
                name + " works on a home, not through a server: leave out --server. Through one work runs, customers,"
                        + " segments, approvals, datasets, profiles, connections, sync, disconnect, erase, retention, compact, doctor, enrich,"
                        + " export, extract, report contact-activity and access-log verify.");
    }

    static ServerApi open(RapportCommand options, Surroundings surroundings) {
        Path file = options.apiKeyFile;
        String variable = surroundings.environment().getOrDefault(VARIABLE, "");
        if (file == null && variable.isBlank()) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    "--server needs a key: --api-key-file FILE. Administrators make keys under System > Settings.");
        }
        Path found = file == null ? Path.of(variable) : file;
        try {
            return ServerApi.of(
                    java.util.Objects.requireNonNull(options.server),
                    Files.readString(found).strip());
        } catch (IOException unreadable) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    "The file " + found + ", which holds the key, can't be read. Check its name and its owner.",
                    unreadable);
        }
    }
}
