package io.rapport.serve.run;

import io.rapport.serve.json.JsonText;
import io.rapport.serve.state.ServeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The log of runs, in the state database. Safe from any thread. A run whose process is gone is shown as interrupted,
 * whatever the log says.
 */
public final class RunLog {

    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final List<String> DELIVERED = Arrays.stream(RunState.values())
            .filter(RunState::isDelivered)
            .map(RunState::name)
            .toList();

    private final ServeState state;
    private final InstantSource instants;
    private final RunningProcess process;
    private final SignsOfLife signs;

    public RunLog(ServeState state, InstantSource instants) {
        this(state, instants, RunningProcess.current());
    }

    RunLog(ServeState state, InstantSource instants, RunningProcess process) {
        this.state = state;
        this.instants = instants;
        this.process = process;
        this.signs = new SignsOfLife(state, "run", instants);
    }

    /** Notes that a run begins and answers with its id. */
    public String start(RunRequest request) {
        Instant now = afterTheLatest(instants.instant());
        String id = ID_TIME.format(now) + "-" + UUID.randomUUID().toString().substring(0, 8);
        state.run(db -> db.sql("""
                        insert into run (id, enrichment, output, as_of, time_zone, engine, snapshot, formula_version,
                            weights, options, consent, state, warnings, started_at, machine, process_number, process_started_at,
                            seen_at, profiles, profiles_version, added_contacts)
                        values (:id, :enrichment, :output, :asOf, :timeZone, :engine, :snapshot, :formulaVersion,
                            :weights, :options, :consent, 'REFRESHING', '[]', :startedAt, :machine, :process, :processStartedAt,
                            :seenAt, :profiles, :profilesVersion, :addedContacts)
                        """)
                .param("id", id)
                .param("enrichment", request.enrichment())
                .param("output", request.output())
                .param("asOf", request.asOf().toString())
                .param("timeZone", request.timeZone().getId())
                .param("engine", request.engine())
                .param("snapshot", request.snapshot())
                .param("formulaVersion", request.formulaVersion())
                .param("weights", request.weights())
                .param("options", request.options())
                .param("consent", request.consent())
                .param("startedAt", now.toEpochMilli())
                .param("machine", process.machine())
                .param("process", process.number())
                .param("seenAt", instants.millis())
                .param("processStartedAt", process.startedAt().toEpochMilli())
                .param(
                        "profiles",
                        request.findProfiles().map(PinnedProfiles::name).orElse(null))
                .param(
                        "profilesVersion",
                        request.findProfiles().map(PinnedProfiles::version).orElse(null))
                .param(
                        "addedContacts",
                        request.findProfiles().map(PinnedProfiles::additions).orElse(null))
                .update());
        signs.give(id, process);
        return id;
    }

    /** A clock that was put back must not make an older run the latest one. */
    private Instant afterTheLatest(Instant now) {
        long latest = state.run(db -> db.sql("select coalesce(max(started_at), 0) from run")
                .query(Long.class)
                .single());
        return now.toEpochMilli() < latest ? Instant.ofEpochMilli(latest + 1) : now;
    }

    /** Notes that a run delivered its tables. */
    public void finish(String id, long rows, List<String> warnings) {
        RunState end = warnings.isEmpty() ? RunState.SUCCESSFUL : RunState.COMPLETED_WITH_WARNINGS;
        end(id, end, rows, warnings, null);
    }

    /** Notes that a run failed, and why. */
    public void fail(String id, String errorCode) {
        end(id, RunState.FAILED, null, List.of(), errorCode);
    }

    /** Notes that somebody stopped a run. */
    public void cancel(String id) {
        end(id, RunState.CANCELED, null, List.of(), null);
    }

    /** Notes that a run whose time had come was not begun, and why. */
    public void skip(RunRequest request, String why) {
        end(start(request), RunState.SKIPPED, null, List.of(why), null);
    }

    /** Runs of an output table that ended with their process on this machine: what they wrote is nobody's. */
    public List<String> listLost(String output) {
        return state
                .run(db -> db.sql("select * from run where output = :output and state = 'REFRESHING'")
                        .param("output", output)
                        .query((row, number) -> RunningProcess.of(row).isGoneHere() ? row.getString("id") : "")
                        .list())
                .stream()
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** What each run did one after the other. */
    public RunTasks tasks() {
        return new RunTasks(state, instants);
    }

    /** The runs of an output table are forgotten. */
    public void forget(String output) {
        state.run(db -> db.sql("delete from run_task where run in (select id from run where output = :output)")
                .param("output", output)
                .update());
        state.run(db -> db.sql("delete from run where output = :output")
                .param("output", output)
                .update());
    }

    /** All runs, the latest first. */
    public List<Run> list() {
        return state.run(db -> db.sql("select * from run order by started_at desc, id desc")
                .query((row, number) -> read(row))
                .list());
    }

    public Optional<Run> find(String id) {
        return state.run(db -> db.sql("select * from run where id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional());
    }

    /** The latest runs that were asked for of an output table, whatever came of them; the latest first. */
    public List<Run> list(String output, int most) {
        return state.run(
                db -> db.sql("select * from run where output = :output order by started_at desc, id desc limit :most")
                        .param("output", output)
                        .param("most", most)
                        .query((row, number) -> read(row))
                        .list());
    }

    /** The latest runs that delivered a table of this name, the latest first. */
    public List<Run> delivered(String output, int most) {
        return state.run(db -> db.sql("select * from run where output = :output and state in (:delivered)"
                        + " order by started_at desc, id desc limit :most")
                .param("output", output)
                .param("delivered", DELIVERED)
                .param("most", most)
                .query((row, number) -> read(row))
                .list());
    }

    /** Those of the same enrichment into the same table with an earlier as-of date, the latest first. */
    public List<Run> deliveredBefore(RunRequest request, int most) {
        return state.run(db -> db.sql("select * from run where output = :output and enrichment = :enrichment"
                        + " and as_of < :asOf and state in (:delivered) order by started_at desc, id desc limit :most")
                .param("output", request.output())
                .param("enrichment", request.enrichment())
                .param("asOf", request.asOf().toString())
                .param("delivered", DELIVERED)
                .param("most", most)
                .query((row, number) -> read(row))
                .list());
    }

    /** The output tables that runs have delivered, in the order of their first delivery. */
    public List<String> deliveredOutputs() {
        return state.run(db -> db.sql("select output from run where state in (:delivered) group by output"
                        + " order by min(started_at), output")
                .param("delivered", DELIVERED)
                .query(String.class)
                .list());
    }

    /** The latest run that delivered a table of this name. */
    public Optional<Run> findDelivered(String output) {
        return delivered(output, 1).stream().findFirst();
    }

    private void end(String id, RunState end, @Nullable Long rows, List<String> warnings, @Nullable String error) {
        int ended = state.run(db -> db.sql("""
                        update run
                        set state = :state, row_count = :rows, warnings = :warnings, error_code = :error,
                            finished_at = case when started_at > :finishedAt then started_at else :finishedAt end
                        where id = :id and state = 'REFRESHING'
                        """)
                .param("state", end.name())
                .param("rows", rows)
                .param("warnings", JsonText.of(warnings))
                .param("error", error)
                .param("finishedAt", instants.instant().toEpochMilli())
                .param("id", id)
                .update());
        if (ended != 1) {
            throw new IllegalStateException("run " + id + " is not running");
        }
    }

    private static @Nullable PinnedProfiles profiles(ResultSet row) throws SQLException {
        String name = row.getString("profiles");
        return name == null
                ? null
                : new PinnedProfiles(name, row.getInt("profiles_version"), row.getInt("added_contacts"));
    }

    private Run read(ResultSet row) throws SQLException {
        RunRequest request = new RunRequest(
                row.getString("enrichment"),
                row.getString("output"),
                LocalDate.parse(row.getString("as_of")),
                ZoneId.of(row.getString("time_zone")),
                row.getString("engine"),
                row.getLong("snapshot"),
                row.getInt("formula_version"),
                row.getString("weights"),
                row.getString("options"),
                row.getString("consent"),
                profiles(row));
        RunState ended = RunState.valueOf(row.getString("state"));
        Instant seenAt = row.getObject("seen_at") == null ? null : Instant.ofEpochMilli(row.getLong("seen_at"));
        boolean isLost = ended == RunState.REFRESHING && !RunningProcess.of(row).isAlive(seenAt, instants.instant());
        return new Run(
                row.getString("id"),
                request,
                isLost ? RunState.INTERRUPTED : ended,
                row.getObject("row_count") == null ? null : row.getLong("row_count"),
                JsonText.strings(row.getString("warnings")),
                Instant.ofEpochMilli(row.getLong("started_at")),
                row.getObject("finished_at") == null ? null : Instant.ofEpochMilli(row.getLong("finished_at")),
                row.getString("error_code"));
    }
}
