package io.rapport.serve.enrichment;

import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.progress.Progress;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.account.AccountIndex;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.RunInput;
import io.rapport.model.input.CustomerInput;
import io.rapport.model.run.EnrichmentRun;
import io.rapport.model.run.OutputColumn;
import io.rapport.model.run.OutputTable;
import io.rapport.model.run.PublicMailDomains;
import io.rapport.model.run.RecordedSpec;
import io.rapport.model.run.RunError;
import io.rapport.model.run.RunFolder;
import io.rapport.model.run.RunPlan;
import io.rapport.model.run.RunResult;
import io.rapport.model.run.WithoutErased;
import io.rapport.model.spec.Spec;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.home.Home;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.run.RunRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run of an enrichment on a home, without those who were erased, from start to its line in the log of runs. For one
 * thread; stop from any.
 */
public final class EnrichmentJob {

    private final Home home;
    private final RunLog runs;
    private final Profiles profiles;
    private final StoppableEngine engine;
    private final DuckDbSettings indexing;
    private volatile boolean isStopped;

    /** @param indexing limits of the engine that makes the accounts ready for pages, after the run's own has ended */
    public EnrichmentJob(Home home, RunLog runs, Profiles profiles, Engine engine, DuckDbSettings indexing) {
        this.home = home;
        this.runs = runs;
        this.profiles = profiles;
        this.indexing = indexing;
        this.engine = new StoppableEngine(engine);
    }

    /**
     * Runs to the end and records how it ended, whatever the end.
     *
     * @param asOf the as-of date, inclusive
     * @param consent who agreed to it and how, in words without an address
     */
    public RunResult run(Spec spec, LocalDate asOf, String consent, Snapshot snapshot, Progress progress) {
        return run(spec, asOf, consent, snapshot, progress, List.of(), false);
    }

    /**
     * As the other one.
     *
     * @param leftOut what the spec does not hold any more that the enrichment asked for, in words without an address
     * @param isFollowed whether people look on: then its stages are noted
     */
    public RunResult run(
            Spec spec,
            LocalDate asOf,
            String consent,
            Snapshot snapshot,
            Progress progress,
            List<String> leftOut,
            boolean isFollowed) {
        WithoutErased without = new WithoutErased(profiles.erased()::holdsAddress);
        Spec counted = without.spec(spec);
        RunRequest request = request(counted, asOf, consent, snapshot);
        LostTables.sweep(home, runs, spec.output());
        String id = runs.start(request);
        @Nullable NotedStages stages = isFollowed ? new NotedStages(id, runs.tasks()) : null;
        try (RunFolder inputs = RunFolder.create(home.temporary().resolve("run-" + id))) {
            RunPlan plan = RunPlan.of(
                    counted,
                    customers(counted, request, without, inputs.path()),
                    asOf,
                    PublicMailDomains.with(home.publicMailDomains()),
                    inputs.path());
            Path tables = home.output().resolve(spec.output()).resolve(id);
            RunResult result = new EnrichmentRun(engine).run(plan, snapshot, tables, progress, stages);
            index(id, request, plan, progress);
            List<String> warnings = new ArrayList<>(leftOut);
            warnings.addAll(without.leftOut());
            warnings.addAll(result.warnings());
            runs.finish(id, result.rows().getOrDefault(OutputTable.ENGAGEMENT, 0L), warnings);
            return result;
        } catch (RapportException e) {
            if (isStopped || e.code() == RunError.RUN_CANCELED) {
                runs.cancel(id);
            } else {
                runs.fail(id, e.code().name());
            }
            throw e;
        } catch (RuntimeException | Error e) {
            runs.fail(id, "INTERNAL");
            throw e;
        }
    }

    private void index(String id, RunRequest request, RunPlan plan, Progress progress) {
        progress.report("Indexing accounts", 0, -1);
        ServedRuns served = new ServedRuns(home, runs);
        AccountIndex.write(
                served.tables(request.output(), id),
                served.findEarlier(request).map(ServedRun::tables).orElse(null),
                Objects.requireNonNull(plan.inputs().get(RunInput.CUSTOMER_ACCOUNT)),
                request.asOf(),
                indexing);
    }

    /** Stops the run; may be called more than once. */
    public void stop() {
        isStopped = true;
        engine.stop();
    }

    private RunRequest request(Spec spec, LocalDate asOf, String consent, Snapshot snapshot) {
        return new RunRequest(
                spec.name(),
                spec.output(),
                asOf,
                spec.timeZone(),
                engine.name(),
                snapshot.id(),
                OutputColumn.FORMULA_VERSION,
                JsonText.of(RecordedSpec.weights(spec)),
                JsonText.of(RecordedSpec.options(spec)),
                consent,
                spec.customers() instanceof Spec.NamedProfiles named ? profiles.pin(spec, named) : null);
    }

    private CustomerInput customers(Spec spec, RunRequest request, WithoutErased without, Path folder) {
        return spec.customers() instanceof Spec.CustomerTables tables
                ? without.customers(tables, folder)
                : profiles.copy(request.findProfiles().orElseThrow(), folder);
    }
}
