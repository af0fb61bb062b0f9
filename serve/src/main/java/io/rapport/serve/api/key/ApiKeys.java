package io.rapport.serve.api.key;

import io.rapport.core.error.RapportException;
import io.rapport.serve.security.Role;
import io.rapport.serve.state.ServeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys, in the state database, without their secrets. Thread-safe. */
public final class ApiKeys {

    /** The longest life. */
    public static final int MOST_DAYS = 365;

    /** The life that is offered. */
    public static final int USUAL_DAYS = 90;

    /** Characters of a name. */
    public static final int LONGEST_NAME = 100;

    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    private final ServeState state;
    private final InstantSource instants;

    public ApiKeys(ServeState state, InstantSource instants) {
        this.state = state;
        this.instants = instants;
    }

    /** Whether a bearer token is meant for a key; others may be of the sign-in provider. */
    public static boolean isMeant(String token) {
        return token.startsWith(KeyText.PREFIX);
    }

    /** As the other one, in nobody's name: such a key can neither ask for approvals nor decide on them. */
    public NewApiKey make(String name, String role, String days, String madeBy) {
        return make(name, role, days, madeBy, "");
    }

    /**
     * Makes a key.
     *
     * @param days how long it lives, 1 to {@link #MOST_DAYS}
     * @param madeById id of the person who makes it
     * @throws RapportException {@link ApiKeyError#API_KEY_INVALID}, with everything that is wrong
     */
    public NewApiKey make(String name, String role, String days, String madeBy, String madeById) {
        String called = name.strip();
        StringBuilder wrong = new StringBuilder();
        if (called.isEmpty() || called.length() > LONGEST_NAME || called.chars().anyMatch(Character::isISOControl)) {
            wrong.append("The name of a key has 1 to ").append(LONGEST_NAME).append(" characters that can be seen. ");
        }
        Optional<Role> scope = Role.find(role.strip());
        if (scope.isEmpty()) {
            wrong.append("The role of a key is Administrator, Contributor or Viewer. ");
        }
        boolean isLife = days.strip().matches("[0-9]{1,3}")
                && Integer.parseInt(days.strip()) >= 1
                && Integer.parseInt(days.strip()) <= MOST_DAYS;
        if (!isLife) {
            wrong.append("A key lives 1 to ").append(MOST_DAYS).append(" days. ");
        }
        if (scope.isEmpty() || !wrong.isEmpty()) {
            throw new RapportException(
                    ApiKeyError.API_KEY_INVALID, wrong.toString().strip());
        }
        return insert(called, scope.get(), Integer.parseInt(days.strip()), madeBy, madeById);
    }

    private NewApiKey insert(String name, Role role, int days, String madeBy, String madeById) {
        KeyText text = KeyText.random();
        Instant now = Instant.ofEpochMilli(instants.millis());
        ApiKey key =
                new ApiKey(text.id(), name, role, madeBy, madeById, now, now.plus(Duration.ofDays(days)), null, null);
        state.run(db -> db.sql("""
                        insert into api_key (id, name, secret_hash, role, made_by, made_by_id, made_at, expires_at)
                        values (:id, :name, :hash, :role, :by, :byId, :now, :expires)
                        """)
                .param("id", key.id())
                .param("name", name)
                .param("hash", text.hash())
                .param("role", role.name())
                .param("by", madeBy)
                .param("byId", madeById)
                .param("now", now.toEpochMilli())
                .param("expires", key.expiresAt().toEpochMilli())
                .update());
        return new NewApiKey(key, text.text());
    }

    /** All that were ever made, the latest first. */
    public List<ApiKey> list() {
        return state.run(db -> db.sql("select * from api_key order by made_at desc, id")
                .query((row, number) -> read(row))
                .list());
    }

    /** Shuts a key out from now on; one that is shut out stays so. Empty where nobody has this id. */
    public Optional<ApiKey> revoke(String id) {
        state.run(db -> db.sql("update api_key set revoked_at = :now where id = :id and revoked_at is null")
                .param("now", instants.millis())
                .param("id", id)
                .update());
        return state.run(db -> db.sql("select * from api_key where id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional());
    }

    /** The key that a program sent, whatever its standing; empty where it is none of ours. */
    public Optional<ApiKey> find(String text) {
        return KeyText.find(text)
                .flatMap(sent -> state.run(db -> db.sql("select * from api_key where id = :id")
                        .param("id", sent.id())
                        .query((row, number) ->
                                sent.hasHash(row.getString("secret_hash")) ? Optional.of(read(row)) : none())
                        .optional()
                        .flatMap(found -> found)));
    }

    /** Notes that it was used just now, to the minute. */
    public void used(ApiKey key) {
        Instant now = instants.instant();
        Instant last = key.lastUsedAt();
        if (last == null || !now.isBefore(last.plus(BETWEEN_NOTES))) {
            state.run(db -> db.sql("update api_key set last_used_at = :now where id = :id")
                    .param("now", now.toEpochMilli())
                    .param("id", key.id())
                    .update());
        }
    }

    private static Optional<ApiKey> none() {
        return Optional.empty();
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("made_by"),
                row.getString("made_by_id"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                time(row, "last_used_at"),
                time(row, "revoked_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Instant.ofEpochMilli(row.getLong(column));
    }
}
