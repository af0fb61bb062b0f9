package io.rapport.serve.server;

import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.run.RunResult;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.SpecReader;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentError;
import io.rapport.serve.enrichment.EnrichmentJob;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import io.rapport.serve.enrichment.Selections;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.job.JobWork;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.state.ServeState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Jobs that run an enrichment; their subject is a saved one's output table, or the path of a spec on this machine. */
final class EnrichmentWork implements JobWork {

    private static final String BY_PATH = "given by whoever started the server, on the command line";

    private final ServerPlan plan;
    private final ServeState state;
    private final Enrichments enrichments;
    private final Profiles profiles;

    EnrichmentWork(ServerPlan plan, ServeState state) {
        this.plan = plan;
        this.state = state;
        this.enrichments = new Enrichments(state, plan.instants());
        this.profiles = new Profiles(plan.home(), state, plan.instants());
    }

    @Override
    public String run(String subject, Progress progress, Consumer<Runnable> onStop) {
        Enrichment saved = enrichments.find(subject).orElse(null);
        try (Lake lake = Lake.open(plan.home().folder(), plan.state(), plan.instants(), plan.engine())) {
            if (saved != null) {
                Lifecycle.requireActive(saved);
                Asked asked = asked(saved, lake);
                return run(asked.spec(), consent(saved), asked.leftOut(), lake, progress, onStop);
            }
            if (!Files.isRegularFile(Path.of(subject))) {
                throw new RapportException(
                        EnrichmentError.ENRICHMENT_GONE, "That enrichment is not there any more: somebody deleted it.");
            }
            return run(SpecReader.read(Path.of(subject), profiles::names), BY_PATH, List.of(), lake, progress, onStop);
        }
    }

    private String run(
            Spec spec, String consent, List<String> leftOut, Lake lake, Progress progress, Consumer<Runnable> onStop) {
        LocalDate day = spec.findAsOf()
                .orElseGet(() -> LocalDate.ofInstant(plan.instants().instant(), spec.timeZone()));
        EnrichmentJob job = new EnrichmentJob(
                plan.home(),
                new RunLog(state, plan.instants()),
                profiles,
                new DuckDbEngine(plan.engine()),
                plan.engine());
        onStop.accept(job::stop);
        RunResult result = job.run(spec, day, consent, lake.snapshot(), progress, leftOut, true);
        return String.format(
                Locale.ENGLISH,
                "%,d of %,d accounts enriched, %,d emails and %,d meetings counted",
                result.enriched(),
                result.accounts(),
                result.emails(),
                result.meetings());
    }

    /** A spec, and what of the enrichment it leaves out. */
    private record Asked(Spec spec, List<String> leftOut) {}

    /** A group that is no longer there must not be taken for a mailbox of its own. */
    private Asked asked(Enrichment saved, Lake lake) {
        if (saved.groups().isEmpty()) {
            return new Asked(saved.fields().read(plan.home(), profiles::names), List.of());
        }
        Set<Address> now = new HashSet<>(new Selections(plan.home(), lake, plan.engine())
                .read(saved.groups(), null)
                .groups());
        List<Address> vanished =
                saved.groups().stream().filter(group -> !now.contains(group)).toList();
        if (vanished.isEmpty()) {
            return new Asked(saved.fields().read(plan.home(), profiles::names), List.of());
        }
        List<Address> left = new ArrayList<>(saved.fields().selection());
        left.removeAll(vanished);
        String words = vanished.size() + " of " + saved.groups().size()
                + (saved.groups().size() == 1 ? " group" : " groups")
                + " of the selection is not in the directory any more; who was in it was left out.";
        if (left.isEmpty()) {
            throw new RapportException(
                    EnrichmentError.ENRICHMENT_INVALID, words + " Nobody is left to count for: edit the enrichment.");
        }
        SpecFields fields = saved.fields()
                .with(Map.of(
                        SpecFields.SELECTION, left.stream().map(Address::value).collect(Collectors.joining("\n"))));
        return new Asked(fields.read(plan.home(), profiles::names), List.of(words));
    }

    private static String consent(Enrichment saved) {
        String who = String.valueOf(saved.decidedBy());
        return "given in Rapport" + (who.contains("@") ? "" : " by " + who) + ", " + saved.decidedAt();
    }
}
