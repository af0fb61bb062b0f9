package io.rapport.serve.job;

import io.rapport.serve.state.ServeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The jobs, in the state database. Thread-safe. */
public final class Jobs {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int LONGEST_TASK = 400;
    private static final int LONGEST_SUMMARY = 20_000;

    private final ServeState state;
    private final InstantSource instants;

    public Jobs(ServeState state, InstantSource instants) {
        this.state = state;
        this.instants = instants;
    }

    /** The open job of this kind and subject, or a new one. */
    Job open(JobKind kind, String subject, String requestedBy) {
        // Of two processes that ask at once one inserts, by an index; the other finds what that one did.
        while (true) {
            Optional<Job> open = findOpen(kind, subject);
            if (open.isPresent()) {
                return open.get();
            }
            insert(kind, subject, requestedBy);
        }
    }

    private void insert(JobKind kind, String subject, String requestedBy) {
        state.run(db -> db.sql("""
            insert into job (id, kind, subject, state, requested_by, requested_at, task, done, total, summary,
                is_cancel_requested)
            values (:id, :kind, :subject, 'QUEUED', :by, :now, '', 0, -1, '', false)
            on conflict do nothing
            """)
                .param("id", UUID.randomUUID().toString())
                .param("kind", kind.name())
                .param("subject", subject)
                .param("by", requestedBy)
                .param("now", instants.millis())
                .update());
    }

    public Optional<Job> find(String id) {
        return state.run(db -> db.sql("select * from job where id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional());
    }

    /** The one that waits or runs. */
    public Optional<Job> findOpen(JobKind kind, String subject) {
        return state.run(db -> db.sql("""
            select * from job where kind = :kind and subject = :subject and state in ('QUEUED', 'RUNNING')
            order by requested_at limit 1
            """)
                .param("kind", kind.name())
                .param("subject", subject)
                .query((row, number) -> read(row))
                .optional());
    }

    /** Whether any of this kind waits or runs. */
    public boolean isAnyOpen(JobKind kind) {
        return state.run(db -> db.sql("select count(*) from job where kind = :kind and state in ('QUEUED', 'RUNNING')")
                        .param("kind", kind.name())
                        .query(Long.class)
                        .single())
                > 0;
    }

    /** The latest one that is over. */
    public Optional<Job> findLast(JobKind kind, String subject) {
        return state.run(db -> db.sql("""
            select * from job where kind = :kind and subject = :subject and state not in ('QUEUED', 'RUNNING')
            order by requested_at desc limit 1
            """)
                .param("kind", kind.name())
                .param("subject", subject)
                .query((row, number) -> read(row))
                .optional());
    }

    /** The latest first. */
    public List<Job> list(int most) {
        return state.run(db -> db.sql("select * from job order by requested_at desc, id limit :most")
                .param("most", most)
                .query((row, number) -> read(row))
                .list());
    }

    /** False where it is over already. */
    boolean start(String id) {
        return state.run(db -> db.sql("""
            update job set state = 'RUNNING', started_at = coalesce(started_at, :now)
            where id = :id and state in ('QUEUED', 'RUNNING') and not is_cancel_requested
            """)
                        .param("id", id)
                        .param("now", instants.millis())
                        .update())
                == 1;
    }

    /** Notes how far it is; says whether somebody wants it to stop. */
    boolean progressed(String id, String task, long done, long total) {
        state.run(db -> db.sql("update job set task = :task, done = :done, total = :total where id = :id")
                .param("task", cut(task, LONGEST_TASK))
                .param("done", done)
                .param("total", total)
                .param("id", id)
                .update());
        return find(id).map(Job::isCancelRequested).orElse(true);
    }

    void finish(String id, JobState end, String summary, @Nullable String errorCode, @Nullable String errorText) {
        state.run(db -> db.sql("""
            update job set state = :state, summary = :summary, error_code = :code, error_text = :text,
                finished_at = :now
            where id = :id and state in ('QUEUED', 'RUNNING')
            """)
                .param("state", end.name())
                .param("summary", cut(summary, LONGEST_SUMMARY))
                .param("code", errorCode)
                .param("text", errorText)
                .param("now", instants.millis())
                .param("id", id)
                .update());
    }

    void requestCancel(String id) {
        state.run(db -> db.sql(
                        "update job set is_cancel_requested = true where id = :id and state in ('QUEUED', 'RUNNING')")
                .param("id", id)
                .update());
    }

    /** Those that ended long ago go. */
    void tidy() {
        state.run(db -> db.sql("delete from job where finished_at < :before")
                .param("before", instants.instant().minus(KEPT).toEpochMilli())
                .update());
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static Job read(ResultSet row) throws SQLException {
        return new Job(
                row.getString("id"),
                JobKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                JobState.valueOf(row.getString("state")),
                row.getString("requested_by"),
                Instant.ofEpochMilli(row.getLong("requested_at")),
                time(row, "started_at"),
                time(row, "finished_at"),
                row.getString("task"),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("summary"),
                row.getString("error_code"),
                row.getString("error_text"),
                row.getBoolean("is_cancel_requested"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Instant.ofEpochMilli(row.getLong(column));
    }
}
