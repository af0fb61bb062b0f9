package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.key.ApiKey;
import io.rapport.serve.api.key.ApiKeyError;
import io.rapport.serve.api.key.ApiKeys;
import io.rapport.serve.api.key.NewApiKey;
import io.rapport.serve.security.Person;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes and revokes keys of programs, on one's own home. */
@Command(
        name = "api-keys",
        header = "List, make and revoke the keys by which programs use the API of a server on this home.",
        synopsisSubcommandLabel = "list|create|revoke",
        footer = {
            "",
            "Examples:",
            "  rapport api-keys list",
            "  rapport api-keys create --name \"Nightly export\" --role contributor --days 90",
            "  rapport api-keys revoke 0f1e2d3c4b5a"
        })
final class ApiKeysCommand {

    private static final String PERSON = "the person at the keyboard";
    private static final String FROM = "command line";

    private static ApiKeys open(Session session) {
        session.requireHomeInUse();
        return new ApiKeys(session.openState(), session.instants());
    }

    private static void note(Session session, String subject, ApiKey key) {
        new AccessLog(session.openState(), session.instants())
                .add(new AccessEvent(
                        "",
                        PERSON,
                        "",
                        AccessAction.CHANGE,
                        subject,
                        key.id() + " as " + key.role().word() + " until " + key.expiresAt(),
                        FROM,
                        true));
    }

    /** Lists them. */
    @Command(
            name = "list",
            header = "List the keys: what each may do, until when, and when it was last used.",
            footer = {"", "Example:", "  rapport api-keys list"})
    static final class All implements Task {

        @Override
        public void run(Session session) {
            List<ApiKey> keys = session.home().isInUse() ? open(session).list() : List.of();
            ApiKeysView.list(keys, session.instants().instant(), session.console());
        }
    }

    /** Makes one. */
    @Command(
            name = "create",
            header = "Make a key and print it; it is not shown again.",
            sortOptions = false,
            footer = {"", "Example:", "  rapport api-keys create --name \"Nightly export\" --role contributor > key.txt"
            })
    static final class Create implements Task {

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "For people.")
        private String name = "";

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                description = "administrator, contributor or viewer. Default: viewer.")
        private String role = "viewer";

        @Option(names = "--days", paramLabel = "DAYS", description = "How long it is good, up to 365. Default: 90.")
        private String days = String.valueOf(ApiKeys.USUAL_DAYS);

        @Override
        public void run(Session session) {
            NewApiKey made = open(session).make(name, role.toUpperCase(Locale.ROOT), days, PERSON, Person.LOCAL_ID);
            note(session, "API key: made", made.key());
            ApiKeysView.made(made, session.instants().instant(), session.console());
        }
    }

    /** Shuts one out. */
    @Command(
            name = "revoke",
            header = "Revoke a key: it opens nothing from now on.",
            footer = {"", "Example:", "  rapport api-keys revoke 0f1e2d3c4b5a"})
    static final class Revoke implements Task {

        @Parameters(index = "0", paramLabel = "ID", description = "As rapport api-keys list has it.")
        private String id = "";

        @Override
        public void run(Session session) {
            ApiKey key = open(session)
                    .revoke(id)
                    .orElseThrow(() -> new RapportException(
                            ApiKeyError.API_KEY_UNKNOWN,
                            "There is no key of that id. Which there are: rapport api-keys list."));
            note(session, "API key: revoked", key);
            session.console().line(key.name() + " (" + key.id() + ") opens nothing any more");
        }
    }
}
