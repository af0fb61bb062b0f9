package io.rapport.serve.server;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.retention.Folded;
import io.rapport.serve.job.JobWork;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.upkeep.FirstRetention;
import io.rapport.serve.upkeep.FirstRetention.Notice;
import io.rapport.serve.upkeep.OldTables;
import io.rapport.serve.upkeep.Upkeep;
import io.rapport.serve.upkeep.UpkeepSettings;
import io.rapport.serve.upkeep.UpkeepSubject;
import io.rapport.serve.web.Say;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Jobs that take former months out of the lake, fold its files, and delete tables of earlier runs: at night all of it, and
 * one by one where somebody asks. What was replaced a day ago goes when the lake is opened.
 */
final class UpkeepWork implements JobWork {

    private final ServerPlan plan;
    private final UpkeepSettings settings;
    private final OldTables tables;

    UpkeepWork(ServerPlan plan, UpkeepSettings settings, RunLog runs) {
        this.plan = plan;
        this.tables = new OldTables(plan.home(), runs);
        this.settings = settings;
    }

    /** @param subject one of {@link UpkeepSubject} */
    @Override
    public String run(String subject, Progress progress, Consumer<Runnable> onStop) {
        try (Lake lake = Lake.open(plan.home().folder(), plan.state(), plan.instants(), plan.engine())) {
            List<String> words = switch (subject) {
                case UpkeepSubject.FORMER_MONTHS -> left(retain(lake, progress));
                case UpkeepSubject.ALL_FILES -> folded(compact(lake, Datasets.all(), progress));
                case UpkeepSubject.NIGHTLY -> night(lake, progress);
                default -> folded(compact(lake, Datasets.find(subject).stream().toList(), progress));
            };
            return words.isEmpty() ? "Nothing to do" : String.join(", ", words);
        }
    }

    private List<String> night(Lake lake, Progress progress) {
        Instant now = plan.instants().instant();
        Optional<Notice> first = new FirstRetention(lake, settings).find(now).filter(notice -> notice.isWaiting(now));
        List<String> words = new ArrayList<>(first.isPresent() ? kept(first.get()) : left(retain(lake, progress)));
        words.addAll(folded(Upkeep.sum(new Upkeep(lake).compactWhereDue(progress))));
        int runs = tables.delete(settings.keptRuns());
        if (runs > 0) {
            words.add("tables of " + Say.count(runs, "earlier run", "earlier runs") + " deleted");
        }
        return words;
    }

    private Folded retain(Lake lake, Progress progress) {
        return Upkeep.sum(
                new Upkeep(lake).retain(settings.keptFor().at(plan.instants().instant()), progress));
    }

    private static Folded compact(Lake lake, List<Dataset> datasets, Progress progress) {
        return datasets.stream()
                .map(dataset -> lake.upkeep().compact(dataset, progress))
                .reduce(Folded.NOTHING, Folded::plus);
    }

    private static List<String> kept(Notice notice) {
        return List.of(Say.count(notice.months(), "former month", "former months") + " kept until "
                + Say.time(notice.from(), ZoneOffset.UTC) + " UTC");
    }

    private static List<String> left(Folded left) {
        return left.rowsLeft() > 0
                ? List.of(Say.count(left.rowsLeft(), "row", "rows") + " of former months left")
                : List.of();
    }

    private static List<String> folded(Folded folded) {
        return folded.filesBefore() > 0
                ? List.of(Say.count(folded.filesBefore(), "file", "files") + " folded into "
                        + Say.count(folded.filesAfter()))
                : List.of();
    }
}
