package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.state.StateLocation;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.backup.FullState;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A home with something of everything: landed rows, a run's tables, customer profiles, and a row in every table. */
final class BackedUpHome {

    private BackedUpHome() {}

    /**
     * Makes one.
     *
     * @param folder for its inputs
     */
    static void make(Path home, Path folder) {
        makeSmall(home, folder);
        try {
            Files.createDirectories(home.resolve("rejects"));
            Files.writeString(home.resolve("rejects/one.jsonl"), "{}\n");
            Files.writeString(home.resolve("public-mail-domains.txt"), "fabrikam.example\n");
            Files.createDirectories(home.resolve("keys"));
            Files.writeString(home.resolve("keys/secrets.key"), "planted-key-of-the-home\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        execute(
                home,
                "insert into run select 'open-run', enrichment, output, as_of, time_zone, engine, snapshot,"
                        + " formula_version, weights, options, consent, 'REFRESHING', null, warnings, null, started_at,"
                        + " null, process_number, process_started_at, profiles, profiles_version, added_contacts,"
                        + " machine, seen_at from run",
                "insert into job values ('open-job', 'SYNC', 's', 'RUNNING', 'p', 1, 2, null, 't', 1, 2, '', null, null,"
                        + " true)",
                "insert into extraction (id, dataset, request, snapshot, folder, approval, state, started_at,"
                        + " process_number, process_started_at) values ('open', 'd', '{}', 1, 'f', 'a', 'REFRESHING', 1, 1,"
                        + " 1)",
                "insert into spring_session values ('planted-primary', 'planted-session', 1, 1, 1, 1, 'p')");
        FullState.fill(home.resolve("rapport.db"));
    }

    /** As the other one, as somebody has it who did a few things: not every table has a row. */
    static void makeSmall(Path home, Path folder) {
        Path mail = Exports.write(
                folder,
                "mail.json",
                Exports.message("m1", "2026-10-01T08:00:00Z"),
                Exports.message("m2", "2026-11-01T08:00:00Z"));
        Path accounts = Exports.write(folder, "accounts.csv", "AccountId,Name", "a1,Fabrikam");
        Path contacts =
                Exports.write(folder, "contacts.csv", "ContactId,AccountId,EmailAddress", "c1,a1,Ana@fabrikam.com");
        Path spec = Exports.write(
                folder,
                "engagement.yaml",
                "name: Account engagement",
                "output: Office",
                "selection: [mira@contoso.com, sam@contoso.com]",
                "profiles: Customers");
        type(home, "import", "Message_v1", mail.toString());
        type(
                home,
                "profiles",
                "import",
                "Customers",
                "--accounts",
                accounts.toString(),
                "--contacts",
                contacts.toString());
        type(home, "enrich", spec.toString(), "--as-of", "2026-11-15");
        try (ServeState state = ServeState.open(StateLocation.file(home.resolve("rapport.db")))) {
            new AccessLog(state, () -> Typed.NOON)
                    .add(new AccessEvent("", "Mira", "", AccessAction.VIEW, "page", "", "", true));
        }
    }

    static Typed type(Path home, String... words) {
        Typed typed = Typed.on(home, words);
        assertThat(typed.code()).as(typed.err()).isZero();
        return typed;
    }

    static void execute(Path home, String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("rapport.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
