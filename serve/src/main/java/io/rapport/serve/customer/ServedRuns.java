package io.rapport.serve.customer;

import io.rapport.model.duckdb.account.RunTables;
import io.rapport.serve.home.Home;
import io.rapport.serve.run.Run;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.run.RunRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Chooses the runs that pages are served from. Thread-safe. */
public final class ServedRuns {

    /** As many of the latest runs may have no index, as those of earlier versions of Rapport. */
    private static final int SPARE = 20;

    private final Home home;
    private final RunLog runs;
    private final Supplier<Optional<String>> primary;

    /** The first that was delivered is the primary one. */
    public ServedRuns(Home home, RunLog runs) {
        this(home, runs, Optional::empty);
    }

    /** @param primary the output table that somebody chose to be shown first; empty for the first that was delivered */
    public ServedRuns(Home home, RunLog runs, Supplier<Optional<String>> primary) {
        this.home = home;
        this.runs = runs;
        this.primary = primary;
    }

    /** Names of the output tables that can be shown, the primary one in front, then by their first delivery. */
    public List<String> outputs() {
        String first = primary.get().orElse("");
        return runs.deliveredOutputs().stream()
                .filter(output -> findLatest(output).isPresent())
                .sorted(Comparator.comparing((String output) -> !output.equals(first)))
                .toList();
    }

    /** The latest run of this output table. */
    public Optional<ServedRun> findLatest(String output) {
        return list(output, 1).stream().findFirst();
    }

    /** The latest runs of this output table, the latest first. */
    public List<ServedRun> list(String output, int most) {
        return served(runs.delivered(output, most + SPARE)).limit(most).toList();
    }

    /** One run, by its id; empty where it delivered no tables, or these are gone. */
    public Optional<ServedRun> find(String run) {
        return served(runs.find(run).filter(known -> known.state().isDelivered()).stream()
                        .toList())
                .findFirst();
    }

    /** The run that this one is compared with: the latest of the same enrichment with an earlier as-of date. */
    public Optional<ServedRun> findEarlier(RunRequest request) {
        return served(runs.deliveredBefore(request, SPARE)).findFirst();
    }

    /** Where the tables of a run lie. */
    public RunTables tables(String output, String run) {
        return new RunTables(home.output().resolve(output).resolve(run), output);
    }

    private Stream<ServedRun> served(List<Run> delivered) {
        return delivered.stream()
                .map(this::served)
                .filter(served -> served.tables().isIndexed());
    }

    private ServedRun served(Run run) {
        return new ServedRun(run, tables(run.request().output(), run.id()));
    }
}
