package io.rapport.serve.server;

import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.retention.Folded;
import io.rapport.serve.job.JobWork;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.upkeep.OldTables;
import io.rapport.serve.upkeep.Upkeep;
import io.rapport.serve.upkeep.UpkeepSettings;
import io.rapport.serve.web.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Jobs that take former months out of the lake, fold its files, and delete tables of earlier runs. What was replaced a day ago goes when it is opened. */
final class UpkeepWork implements JobWork {

    private final ServerPlan plan;
    private final UpkeepSettings settings;
    private final OldTables tables;

    UpkeepWork(ServerPlan plan, UpkeepSettings settings, RunLog runs) {
        this.plan = plan;
        this.tables = new OldTables(plan.home(), runs);
        this.settings = settings;
    }

    @Override
    public String run(String subject, Progress progress, Consumer<Runnable> onStop) {
        try (Lake lake = Lake.open(plan.home().folder(), plan.state(), plan.instants(), plan.engine())) {
            Upkeep upkeep = new Upkeep(lake);
            Folded left = Upkeep.sum(
                    upkeep.retain(settings.keptFor().at(plan.instants().instant()), progress));
            Folded folded = Upkeep.sum(upkeep.compactWhereDue(progress));
            List<String> words = new ArrayList<>();
            if (left.rowsLeft() > 0) {
                words.add(Say.count(left.rowsLeft(), "row", "rows") + " of former months left");
            }
            if (folded.filesBefore() > 0) {
                words.add(Say.count(folded.filesBefore(), "file", "files") + " folded into "
                        + Say.count(folded.filesAfter()));
            }
            int runs = tables.delete(settings.keptRuns());
            if (runs > 0) {
                words.add("tables of " + Say.count(runs, "earlier run", "earlier runs") + " deleted");
            }
            return words.isEmpty() ? "Nothing to do" : String.join(", ", words);
        }
    }
}
