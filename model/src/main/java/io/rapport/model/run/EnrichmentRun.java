package io.rapport.model.run;

import io.rapport.core.landing.Snapshot;
import io.rapport.core.progress.Progress;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.Format;
import io.rapport.model.engine.LandedRelation;
import io.rapport.model.engine.Parameters;
import io.rapport.model.engine.Session;
import io.rapport.model.sql.Model;
import io.rapport.model.sql.Models;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the models of account engagement once and writes the four tables. Nothing stands under the tables' folder
 * before all four are there.
 */
public final class EnrichmentRun {

    private final Engine engine;

    public EnrichmentRun(Engine engine) {
        this.engine = engine;
    }

    /**
     * Runs to the end on the calling thread.
     *
     * @param snapshot what has landed
     * @param folder where the tables shall lie; must not exist yet
     */
    public RunResult run(RunPlan plan, Snapshot snapshot, Path folder, Progress progress) {
        return run(plan, snapshot, folder, progress, null);
    }

    /**
     * As the other one, followed from stage to stage.
     *
     * @param stages null for nobody; then nothing is counted that the run needs not
     */
    public RunResult run(RunPlan plan, Snapshot snapshot, Path folder, Progress progress, @Nullable RunStages stages) {
        Parameters parameters = plan.parameters();
        String output = plan.output();
        try (Session session = engine.open(snapshot, parameters)) {
            RunChecks checks = new RunChecks(session, parameters);
            StageWalk walk = new StageWalk(session, stages);
            walk.begin(RunStage.INPUTS);
            for (LandedRelation relation : LandedRelation.OF_ENGAGEMENT) {
                session.land(relation);
            }
            plan.inputs().forEach(session::load);
            checks.landed();
            List<Model> models = Models.accountEngagement();
            int steps = models.size() + OutputTable.values().length + 1;
            int step = 0;
            for (Model model : models) {
                RunStage.findBeginning(model.name()).ifPresent(walk::begin);
                progress.report("Building " + model.name().replace('_', ' '), step++, steps);
                session.build(model);
                checks.after(model.name());
            }
            walk.begin(RunStage.TABLES);
            Map<OutputTable, Long> rows = new EnumMap<>(OutputTable.class);
            try (UnfinishedFolder unfinished = UnfinishedFolder.create(folder)) {
                for (OutputTable table : OutputTable.values()) {
                    progress.report("Writing " + table.tableName(output), step++, steps);
                    rows.put(table, write(session, table, output, unfinished.path()));
                }
                progress.report("Writing for pages", step++, steps);
                for (PageTable table : PageTable.values()) {
                    Path file = unfinished.prepare(table.file(unfinished.path()));
                    session.write(table.select(), file, Format.PARQUET);
                }
                unfinished.finish();
            }
            walk.end();
            progress.report("Done", steps, steps);
            return result(session, folder, rows);
        }
    }

    private static long write(Session session, OutputTable table, String output, Path folder) {
        Path file = folder.resolve(table.tableName(output) + "." + Format.PARQUET.extension());
        session.write(table.select(Format.PARQUET), file, Format.PARQUET);
        return (Long) session.rows("select count(*) from (" + table.select(Format.PARQUET) + ") as t")
                .get(0)
                .get(0);
    }

    private static RunResult result(Session session, Path folder, Map<OutputTable, Long> rows) {
        Map<String, Long> coverage = new HashMap<>();
        session.rows("select Section, Item, Count from coverage where Reason is null")
                .forEach(row -> coverage.put(row.get(0) + "/" + row.get(1), (Long) row.get(2)));
        long weightSum = count(session, "select max(weight_sum) from component_weight");
        List<String> warnings = new ArrayList<>();
        if (weightSum == 0) {
            warnings.add("No component of the score has a weight that counts, so every score is 0.0: no mail and no"
                    + " calendar has landed, or all weights are 0.");
        }
        return new RunResult(
                folder,
                rows,
                coverage.getOrDefault("Accounts/Accounts", 0L),
                coverage.getOrDefault("Accounts/Accounts enriched", 0L),
                coverage.getOrDefault("People/Listed people", 0L),
                coverage.getOrDefault("Emails/Copies read", 0L),
                coverage.getOrDefault("Emails/Emails", 0L),
                coverage.getOrDefault("Emails/Emails counted", 0L),
                coverage.getOrDefault("Meetings/Meetings", 0L),
                coverage.getOrDefault("Meetings/Meetings counted", 0L),
                coverage.getOrDefault("Data/Days of data", 0L),
                warnings);
    }

    private static long count(Session session, String select) {
        List<@Nullable Object> row = session.rows(select).get(0);
        return row.get(0) instanceof Number number ? number.longValue() : 0;
    }
}
