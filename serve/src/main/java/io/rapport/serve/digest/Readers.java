package io.rapport.serve.digest;

import io.rapport.core.address.Address;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.security.SignInWitness;
import io.rapport.serve.state.ServeState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Who asked for digests by mail, each for himself or herself. Whoever signs in without a role any more is taken off; whoever
 * has not signed in for 90 days gets none until he or she does. Thread-safe.
 */
public final class Readers implements SignInWitness {

    private static final Duration KNOWN_FOR = Duration.ofDays(90);

    private final ServeState state;
    private final SecretBox secrets;
    private final InstantSource instants;

    public Readers(ServeState state, SecretBox secrets, InstantSource instants) {
        this.state = state;
        this.secrets = secrets;
        this.instants = instants;
    }

    /**
     * Somebody who gets digests.
     *
     * @param role what the person was at the last sign-in
     */
    record Reader(String personId, Address address, Role role) {}

    /** @param address that the person signed in with */
    public void add(Person person, String output, Address address) {
        state.run(db -> db.sql("""
                        insert into digest_reader (person_id, output, address, role, seen_at)
                        values (:person, :output, :address, :role, :now)
                        on conflict (person_id, output) do update
                        set address = excluded.address, role = excluded.role, seen_at = excluded.seen_at
                        """)
                .param("person", person.id())
                .param("output", output)
                .param(
                        "address",
                        secrets.encrypt(place(person.id()), address.value().getBytes(StandardCharsets.UTF_8)))
                .param("role", person.role().name())
                .param("now", instants.millis())
                .update());
    }

    public void remove(Person person, String output) {
        state.run(db -> db.sql("delete from digest_reader where person_id = :person and output = :output")
                .param("person", person.id())
                .param("output", output)
                .update());
    }

    public boolean isReader(Person person, String output) {
        return state.run(db -> db.sql(
                                "select count(*) from digest_reader where person_id = :person and output = :output")
                        .param("person", person.id())
                        .param("output", output)
                        .query(Long.class)
                        .single())
                > 0;
    }

    /** Ids of those who get digests of an output table now. */
    List<String> ids(String output) {
        return state.run(db -> db.sql(
                        "select person_id from digest_reader where output = :output and seen_at >= :since order by person_id")
                .param("output", output)
                .param("since", since().toEpochMilli())
                .query(String.class)
                .list());
    }

    /** Empty where the person does not get them any more. */
    Optional<Reader> find(String personId, String output) {
        return state.run(db -> db.sql("""
                        select * from digest_reader
                        where person_id = :person and output = :output and seen_at >= :since
                        """)
                .param("person", personId)
                .param("output", output)
                .param("since", since().toEpochMilli())
                .query((row, number) -> new Reader(
                        personId,
                        new Address(new String(
                                secrets.decrypt(place(personId), row.getString("address")), StandardCharsets.UTF_8)),
                        Role.valueOf(row.getString("role"))))
                .optional());
    }

    @Override
    public void cameIn(Person person) {
        state.run(db -> db.sql("update digest_reader set role = :role, seen_at = :now where person_id = :person")
                .param("role", person.role().name())
                .param("now", instants.millis())
                .param("person", person.id())
                .update());
    }

    @Override
    public void hasNoRole(String personId) {
        state.run(db -> db.sql("delete from digest_reader where person_id = :person")
                .param("person", personId)
                .update());
    }

    private Instant since() {
        return instants.instant().minus(KNOWN_FOR);
    }

    private static String place(String personId) {
        return "digest-reader/" + personId;
    }
}
