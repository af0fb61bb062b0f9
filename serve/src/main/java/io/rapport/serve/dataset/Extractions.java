package io.rapport.serve.dataset;

import io.rapport.serve.run.RunState;
import io.rapport.serve.run.RunningProcess;
import io.rapport.serve.run.SignsOfLife;
import io.rapport.serve.state.ServeState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The log of extractions, in the state database. An extraction whose process is gone is shown as interrupted, whatever the
 * log says. Thread-safe.
 */
public final class Extractions {

    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final ServeState state;
    private final InstantSource instants;
    private final SignsOfLife signs;

    public Extractions(ServeState state, InstantSource instants) {
        this.state = state;
        this.instants = instants;
        this.signs = new SignsOfLife(state, "extraction", instants);
    }

    /** An id that no other extraction has. */
    public String newId() {
        return ID_TIME.format(instants.instant()) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    /**
     * Notes that an extraction begins.
     *
     * @param request JSON object without the words of a filter of users
     * @param approval who approved it and how, in words without an address
     */
    public void start(String id, String dataset, String request, long snapshot, Path folder, String approval) {
        add(id, dataset, request, snapshot, folder, approval, null, null, null, true);
    }

    /**
     * Notes that somebody asked the server for an extraction; a job begins it.
     *
     * @param approvalId by which it may begin
     * @param words JSON object: all that was asked for
     * @param requestedBy who, in words without an address
     */
    void request(
            String id,
            String dataset,
            String request,
            Path folder,
            String approval,
            String approvalId,
            String words,
            String requestedBy,
            boolean isPersonal) {
        add(id, dataset, request, 0, folder, approval, approvalId, words, requestedBy, isPersonal);
    }

    private void add(
            String id,
            String dataset,
            String request,
            long snapshot,
            Path folder,
            String approval,
            @Nullable String approvalId,
            @Nullable String words,
            @Nullable String requestedBy,
            boolean isPersonal) {
        RunningProcess process = RunningProcess.current();
        state.run(db -> db.sql("""
                        insert into extraction (id, dataset, request, snapshot, folder, approval, approval_id, state, started_at,
                            machine, process_number, process_started_at, seen_at, words, requested_by, is_personal)
                        values (:id, :dataset, :request, :snapshot, :folder, :approval, :approvalId, 'REFRESHING', :startedAt,
                            :machine, :process, :processStartedAt, :startedAt, :words, :requestedBy, :isPersonal)
                        """)
                .param("words", words)
                .param("requestedBy", requestedBy)
                .param("isPersonal", isPersonal)
                .param("id", id)
                .param("dataset", dataset)
                .param("request", request)
                .param("snapshot", snapshot)
                .param("folder", folder.toString())
                .param("approval", approval)
                .param("approvalId", approvalId)
                .param("startedAt", instants.millis())
                .param("machine", process.machine())
                .param("process", process.number())
                .param("processStartedAt", process.startedAt().toEpochMilli())
                .update());
        signs.give(id, process);
    }

    /** Notes that this process has it in hand now: the first one, or the next after one that died. */
    void begin(String id, long snapshot) {
        RunningProcess process = RunningProcess.current();
        state.run(db -> db.sql("""
                        update extraction
                        set state = 'REFRESHING', snapshot = :snapshot, finished_at = null, error_code = null,
                            machine = :machine, process_number = :process, process_started_at = :processStartedAt,
                            seen_at = :now
                        where id = :id and state <> 'SUCCESSFUL' and removed_at is null
                        """)
                .param("snapshot", snapshot)
                .param("machine", process.machine())
                .param("process", process.number())
                .param("processStartedAt", process.startedAt().toEpochMilli())
                .param("now", instants.millis())
                .param("id", id)
                .update());
        signs.give(id, process);
    }

    /** Notes that its files are deleted; what was asked for goes, for it may name people. */
    void remove(String id) {
        state.run(db -> db.sql("update extraction set removed_at = :now, words = null where id = :id")
                .param("now", instants.millis())
                .param("id", id)
                .update());
    }

    public Optional<Extraction> find(String id) {
        return state.run(db -> db.sql("select * from extraction where id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional());
    }

    /** Notes that an extraction delivered its files. */
    public void finish(String id, long rows) {
        end(id, RunState.SUCCESSFUL, rows, null);
    }

    /** Notes that an extraction failed, and why. */
    public void fail(String id, String errorCode) {
        end(id, RunState.FAILED, null, errorCode);
    }

    /** Notes that somebody stopped an extraction. */
    public void cancel(String id) {
        end(id, RunState.CANCELED, null, null);
    }

    /** All of them, the latest first. */
    public List<Extraction> list() {
        return state.run(db -> db.sql("select * from extraction order by started_at desc, id desc")
                .query((row, number) -> read(row))
                .list());
    }

    /** Folders outside of the home that extractions on the command line wrote, and that are still there. */
    public List<Path> outside() {
        return list().stream()
                .filter(one -> !one.isKept() && one.state().isDelivered())
                .map(one -> Path.of(one.folder()))
                .filter(Files::isDirectory)
                .distinct()
                .sorted()
                .toList();
    }

    private void end(String id, RunState end, @Nullable Long rows, @Nullable String error) {
        state.run(db -> db.sql("""
                        update extraction
                        set state = :state, row_count = :rows, error_code = :error, finished_at = :now
                        where id = :id and state = 'REFRESHING'
                        """)
                .param("state", end.name())
                .param("rows", rows)
                .param("error", error)
                .param("now", instants.millis())
                .param("id", id)
                .update());
    }

    private Extraction read(ResultSet row) throws SQLException {
        RunState ended = RunState.valueOf(row.getString("state"));
        Instant seenAt = row.getObject("seen_at") == null ? null : Instant.ofEpochMilli(row.getLong("seen_at"));
        boolean isLost = ended == RunState.REFRESHING && !RunningProcess.of(row).isAlive(seenAt, instants.instant());
        return new Extraction(
                row.getString("id"),
                row.getString("dataset"),
                row.getString("request"),
                row.getLong("snapshot"),
                row.getString("folder"),
                row.getString("approval"),
                isLost ? RunState.INTERRUPTED : ended,
                row.getObject("row_count") == null ? null : row.getLong("row_count"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                row.getObject("finished_at") == null ? null : Instant.ofEpochMilli(row.getLong("finished_at")),
                row.getString("error_code"),
                row.getString("words"),
                row.getString("requested_by"),
                row.getBoolean("is_personal"),
                row.getObject("removed_at") == null ? null : Instant.ofEpochMilli(row.getLong("removed_at")),
                row.getString("approval_id"));
    }
}
