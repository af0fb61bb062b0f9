package io.rapport.serve.run;

import io.rapport.serve.state.ServeState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What each run did one after the other, in the state database. Thread-safe. */
public final class RunTasks {

    private final ServeState state;
    private final InstantSource instants;

    RunTasks(ServeState state, InstantSource instants) {
        this.state = state;
        this.instants = instants;
    }

    /** @param number its place, from 0 */
    public void begin(String run, int number, String title) {
        state.run(db -> db.sql("""
                        insert into run_task (run, number, title, started_at) values (:run, :number, :title, :now)
                        on conflict do nothing
                        """)
                .param("run", run)
                .param("number", number)
                .param("title", title)
                .param("now", instants.millis())
                .update());
    }

    public void end(String run, int number, long rows) {
        state.run(db -> db.sql("""
                        update run_task set row_count = :rows, finished_at = :now where run = :run and number = :number
                        """)
                .param("rows", rows)
                .param("now", instants.millis())
                .param("run", run)
                .param("number", number)
                .update());
    }

    /** In their order; those that were not begun are not there. */
    public List<RunTask> list(String run) {
        return state.run(db -> db.sql("select * from run_task where run = :run order by number")
                .param("run", run)
                .query((row, number) -> new RunTask(
                        row.getString("title"),
                        row.getObject("row_count") == null ? null : row.getLong("row_count"),
                        Instant.ofEpochMilli(row.getLong("started_at")),
                        row.getObject("finished_at") == null ? null : Instant.ofEpochMilli(row.getLong("finished_at"))))
                .list());
    }
}
