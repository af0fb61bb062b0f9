package io.rapport.serve.digest;

import io.rapport.core.progress.Progress;
import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.customer.ServedRuns;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the digests of runs that have none yet, each once, and notes to whom they are owed. Broken off anywhere, it is begun
 * again and neither leaves out nor doubles anything. Thread-safe.
 */
public final class DigestRun {

    /** So many runs may end while nobody looks. */
    private static final int MOST = 5;

    private final Digests digests;
    private final Deliveries deliveries;
    private final ServedRuns runs;
    private final DigestComparison comparison;
    private final DigestSettings settings;
    private final InstantSource instants;

    public DigestRun(
            Digests digests,
            Deliveries deliveries,
            ServedRuns runs,
            AccountReader reader,
            DigestSettings settings,
            InstantSource instants) {
        this.digests = digests;
        this.deliveries = deliveries;
        this.runs = runs;
        this.comparison = new DigestComparison(reader);
        this.settings = settings;
        this.instants = instants;
    }

    /**
     * As a job does it.
     *
     * @return what came of it, in words
     */
    public String run(String output, Progress progress, Consumer<Runnable> onStop) {
        List<ServedRun> due = due(output);
        due.forEach(this::make);
        return due.size() == 1 ? "1 digest made" : due.size() + " digests made";
    }

    /** Runs without a digest, the oldest first: of a table that has none the latest alone. */
    List<ServedRun> due(String output) {
        List<ServedRun> due = new ArrayList<>();
        for (ServedRun run : runs.list(output, digests.findLatest(output).isPresent() ? MOST : 1)) {
            if (digests.find(run.run().id()).isPresent()) {
                break;
            }
            due.add(run);
        }
        Collections.reverse(due);
        return due;
    }

    /** What is owed is noted first: it goes out only once the digest is there. */
    private void make(ServedRun run) {
        ServedRun earlier = runs.findEarlier(run.run().request()).orElse(null);
        LocalDate since = earlier == null ? null : earlier.asOf();
        DigestContents contents =
                earlier == null ? DigestContents.NONE : comparison.of(run, earlier, settings.movePoints());
        boolean isSaid = digests.list(run.output(), MOST).stream()
                .anyMatch(known -> known.asOf().equals(run.asOf())
                        && known.findEarlier().equals(java.util.Optional.ofNullable(since))
                        && known.contents().equals(contents));
        boolean isSent = !contents.isEmpty() && !isSaid;
        if (isSent) {
            deliveries.owe(run.run().id(), run.output());
        }
        digests.add(new Digest(
                run.run().id(),
                run.output(),
                run.run().request().enrichment(),
                run.asOf(),
                since,
                instants.instant(),
                contents,
                isSent));
    }
}
