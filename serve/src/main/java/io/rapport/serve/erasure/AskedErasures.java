package io.rapport.serve.erasure;

import io.rapport.lake.retention.Persons;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.state.ServeState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Erasures that were asked for, in the state database. Until one is finished the people's words rest encrypted, because what
 * says who they are may be erased before the rest is.
 */
final class AskedErasures {

    private static final String PLACE = "person-erasure";
    private static final int MOST_ATTEMPTS = 20;

    private final ServeState state;
    private final SecretBox secrets;
    private final InstantSource instants;

    AskedErasures(ServeState state, SecretBox secrets, InstantSource instants) {
        this.state = state;
        this.secrets = secrets;
        this.instants = instants;
    }

    /** One that is not finished. */
    record Open(int number, Instant askedAt, String by, int people, Persons persons) {}

    Open open(int people, Persons persons, String by) {
        List<Object> words = new ArrayList<>();
        words.add(String.valueOf(people));
        words.addAll(persons.all());
        String sealed = secrets.encrypt(PLACE, JsonText.of(words).getBytes(StandardCharsets.UTF_8));
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            int number = state.run(db -> db.sql("select coalesce(max(number), 0) + 1 from person_erasure")
                    .query(Integer.class)
                    .single());
            int inserted = state.run(db ->
                    db.sql("""
                            insert into person_erasure (number, asked_at, asked_by, words) values (?, ?, ?, ?)
                            on conflict (number) do nothing""").params(number, instants.millis(), by, sealed).update());
            if (inserted == 1) {
                return find(number).orElseThrow();
            }
        }
        throw new IllegalStateException("no number was free");
    }

    /** Those that were broken off, the first one first. */
    List<Open> listOpen() {
        return state
                .run(db -> db.sql("select number from person_erasure where finished_at is null order by number")
                        .query(Integer.class)
                        .list())
                .stream()
                .flatMap(number -> find(number).stream())
                .toList();
    }

    List<AskedErasure> list() {
        return state.run(db -> db.sql("select * from person_erasure order by number desc limit 1000")
                .query((row, line) -> new AskedErasure(
                        row.getInt("number"),
                        Instant.ofEpochMilli(row.getLong("asked_at")),
                        row.getString("asked_by"),
                        row.getObject("finished_at") == null ? null : Instant.ofEpochMilli(row.getLong("finished_at"))))
                .list());
    }

    private Optional<Open> find(int number) {
        return state.run(db -> db.sql("select * from person_erasure where number = ? and words is not null")
                .param(number)
                .query((row, line) -> open(
                        number,
                        Instant.ofEpochMilli(row.getLong("asked_at")),
                        row.getString("asked_by"),
                        row.getString("words")))
                .optional());
    }

    private Open open(int number, Instant askedAt, String by, String sealed) {
        List<String> words = JsonText.strings(new String(secrets.decrypt(PLACE, sealed), StandardCharsets.UTF_8));
        return new Open(
                number, askedAt, by, Integer.parseInt(words.get(0)), Persons.of(words.subList(1, words.size())));
    }

    /**
     * From now on nothing says who they were, and the access log says that they were erased: both or neither. Once, whoever
     * else finishes it.
     *
     * @param from where, as the access log has it
     */
    void finish(Open erasure, String from) {
        int unused = state.change(db -> {
            int finished = db.sql("update person_erasure set words = null, finished_at = ? where number = ? and"
                            + " finished_at is null")
                    .params(instants.millis(), erasure.number())
                    .update();
            if (finished == 1) {
                new AccessLog(state, instants).add(db, event(erasure, from));
            }
            return finished;
        });
    }

    private static AccessEvent event(Open erasure, String from) {
        String people = String.format(Locale.ENGLISH, "%,d", erasure.people())
                + (erasure.people() == 1 ? " person" : " people");
        return new AccessEvent(
                "",
                erasure.by(),
                "",
                AccessAction.DELETE,
                "People",
                people + ", certificate " + erasure.number(),
                from,
                true);
    }
}
