package io.rapport.serve.setting;

import io.rapport.serve.state.ServeState;
import java.time.InstantSource;
import java.util.Optional;

/** Settings of the installation. Thread-safe. */
public final class Settings {

    private final ServeState state;
    private final InstantSource instants;

    public Settings(ServeState state, InstantSource instants) {
        this.state = state;
        this.instants = instants;
    }

    /** Empty where nobody chose anything. */
    public Optional<String> find(String name) {
        return state.run(db -> db.sql("select value from setting where name = :name")
                .param("name", name)
                .query(String.class)
                .optional());
    }

    public void set(String name, String value) {
        state.run(db -> db.sql("""
                        insert into setting (name, value, changed_at) values (:name, :value, :now)
                        on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at
                        """)
                .param("name", name)
                .param("value", value)
                .param("now", instants.millis())
                .update());
    }

    /** Keeps what is there already, otherwise this; answers with what is kept. */
    public String keep(String name, String value) {
        state.run(db -> db.sql("""
                        insert into setting (name, value, changed_at) values (:name, :value, :now)
                        on conflict (name) do nothing
                        """)
                .param("name", name)
                .param("value", value)
                .param("now", instants.millis())
                .update());
        return find(name).orElse(value);
    }

    /** As if nobody had chosen. */
    public void clear(String name) {
        state.run(db -> db.sql("delete from setting where name = :name")
                .param("name", name)
                .update());
    }
}
