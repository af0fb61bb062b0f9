package io.rapport.serve.export;

import io.rapport.core.error.RapportException;
import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.serve.home.Home;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plans, one at most for an output table, in the state database. Thread-safe. */
public final class ScheduledExports {

    private final Home home;
    private final ServeState state;
    private final InstantSource instants;

    public ScheduledExports(Home home, ServeState state, InstantSource instants) {
        this.home = home;
        this.state = state;
        this.instants = instants;
    }

    public List<ScheduledExport> list() {
        return state.run(db -> db.sql("select * from scheduled_export order by output")
                .query((row, number) -> read(row))
                .list());
    }

    public Optional<ScheduledExport> find(String output) {
        return state.run(db -> db.sql("select * from scheduled_export where output = :output")
                .param("output", output)
                .query((row, number) -> read(row))
                .optional());
    }

    /**
     * Keeps a plan in place of the one before, of which nothing is deleted. The latest run is exported as soon as somebody
     * looks.
     *
     * @throws RapportException {@link ExportError#EXPORT_FOLDER} where the folder is missing, lies in the home or can't be
     *     written
     */
    public void set(String output, ExportPlan plan, String setBy) {
        Path folder = ExportFolder.require(plan.folder(), home);
        state.run(db -> db.sql("""
                        insert into scheduled_export (output, folder, format, location, is_complete, set_by, row_count)
                        values (:output, :folder, :format, :location, :complete, :by, 0)
                        on conflict (output) do update
                        set folder = excluded.folder, format = excluded.format, location = excluded.location,
                            is_complete = excluded.is_complete, set_by = excluded.set_by, run = null, tried_at = null,
                            error_code = null, error_text = null, delivered_at = null, row_count = 0
                        """)
                .param("output", output)
                .param("folder", folder.toString())
                .param("format", plan.format().word())
                .param("location", plan.location())
                .param("complete", plan.isComplete())
                .param("by", setBy)
                .update());
    }

    /** Nothing is exported any more; what was stays where it is. Says whether there was a plan. */
    public boolean stop(String output) {
        return state.run(db -> db.sql("delete from scheduled_export where output = :output")
                        .param("output", output)
                        .update())
                == 1;
    }

    /** As if the last run had not been tried. */
    public void again(String output) {
        state.run(db -> db.sql("update scheduled_export set run = null where output = :output")
                .param("output", output)
                .update());
    }

    /** Deletes what was exported, where it is still there, and with it the plan if nothing is to come any more. */
    public void remove(String output, boolean isForGood) {
        find(output).ifPresent(export -> {
            boolean unused = new FolderSwap(export.target(), ExportNote.FILE).remove();
        });
        if (isForGood) {
            boolean unused = stop(output);
        }
    }

    void delivered(ScheduledExport export, String run, long rows) {
        state.run(db -> db.sql("""
                        update scheduled_export
                        set run = :run, tried_at = :now, error_code = null, error_text = null, delivered_at = :now,
                            row_count = :rows
                        where output = :output and folder = :folder and format = :format
                        """)
                .param("run", run)
                .param("now", instants.millis())
                .param("rows", rows)
                .param("output", export.output())
                .param("folder", export.plan().folder().toString())
                .param("format", export.plan().format().word())
                .update());
    }

    void failed(ScheduledExport export, String run, String code, String text) {
        state.run(db -> db.sql("""
                        update scheduled_export set run = :run, tried_at = :now, error_code = :code, error_text = :text
                        where output = :output and folder = :folder and format = :format
                        """)
                .param("run", run)
                .param("now", instants.millis())
                .param("code", code)
                .param("text", text)
                .param("output", export.output())
                .param("folder", export.plan().folder().toString())
                .param("format", export.plan().format().word())
                .update());
    }

    private static ScheduledExport read(ResultSet row) throws SQLException {
        return new ScheduledExport(
                row.getString("output"),
                new ExportPlan(
                        Path.of(row.getString("folder")),
                        ExportFormat.find(row.getString("format")).orElseThrow(),
                        row.getString("location"),
                        row.getBoolean("is_complete")),
                row.getString("set_by"),
                row.getString("run"),
                time(row, "tried_at"),
                row.getString("error_code"),
                row.getString("error_text"),
                time(row, "delivered_at"),
                row.getLong("row_count"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Instant.ofEpochMilli(row.getLong(column));
    }
}
