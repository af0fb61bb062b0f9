package io.rapport.serve.profile;

import io.rapport.model.input.CustomerMapping;
import io.rapport.model.input.CustomerVerdict;
import io.rapport.serve.state.ServeState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sets and their versions in the state database; a set without a version is none. Thread-safe. */
final class ProfileSets {

    private static final int MOST_ATTEMPTS = 20;

    private final ServeState state;
    private final InstantSource instants;

    ProfileSets(ServeState state, InstantSource instants) {
        this.state = state;
        this.instants = instants;
    }

    /** By name. */
    List<ProfileSet> list() {
        return state.run(db ->
                db.sql("select id from profile_set order by lower(name), name").query(String.class).list().stream()
                        .flatMap(id -> read(db, id).stream())
                        .toList());
    }

    /** With its versions, and what was added by hand. */
    void remove(String set) {
        for (String table : List.of("added_contact", "profile_version")) {
            state.run(db -> db.sql("delete from " + table + " where set_id = :set")
                    .param("set", set)
                    .update());
        }
        state.run(db -> db.sql("delete from profile_set where id = :set")
                .param("set", set)
                .update());
    }

    /** The id of the set of this name, which is there from now on. */
    String findOrCreate(String name, String by) {
        state.run(db -> db.sql("""
                        insert into profile_set (id, name, created_at, created_by) values (:id, :name, :at, :by)
                        on conflict (name) do nothing
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("name", name)
                .param("at", instants.millis())
                .param("by", by)
                .update());
        return state.run(db -> db.sql("select id from profile_set where name = :name")
                .param("name", name)
                .query(String.class)
                .single());
    }

    /** Another process may bring a version at the same time: then this is the one after it. */
    void insertVersion(String set, String folder, CustomerMapping mapping, CustomerVerdict verdict, String by) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            int inserted = state.run(db -> db.sql("""
                            insert into profile_version (set_id, number, folder, created_at, created_by, account_rows,
                                accounts, contact_rows, matched, columns, findings)
                            select :set, coalesce(max(number), 0) + 1, :folder, :at, :by, :accountRows, :accounts,
                                :contactRows, :matched, :columns, :findings
                            from profile_version where set_id = :set
                            on conflict (set_id, number) do nothing
                            """)
                    .param("set", set)
                    .param("folder", folder)
                    .param("at", instants.millis())
                    .param("by", by)
                    .param("accountRows", verdict.accountRows())
                    .param("accounts", verdict.accounts())
                    .param("contactRows", verdict.contactRows())
                    .param("matched", verdict.matched())
                    .param("columns", ProfileRows.text(mapping))
                    .param("findings", ProfileRows.text(verdict.findings()))
                    .update());
            if (inserted == 1) {
                return;
            }
        }
        throw new IllegalStateException("no version number was free");
    }

    /** Empty for a set whose first version is not there yet, or never came. */
    private static Optional<ProfileSet> read(JdbcClient db, String id) {
        List<ProfileVersion> versions = db.sql("select * from profile_version where set_id = :set order by number desc")
                .param("set", id)
                .query((row, number) -> ProfileRows.version(row))
                .list();
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        int additions = db.sql("select count(*) from added_contact where set_id = :set")
                .param("set", id)
                .query(Integer.class)
                .single();
        return db.sql("select * from profile_set where id = :set")
                .param("set", id)
                .query((row, number) -> new ProfileSet(
                        id,
                        row.getString("name"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        row.getString("created_by"),
                        versions,
                        additions))
                .optional();
    }
}
