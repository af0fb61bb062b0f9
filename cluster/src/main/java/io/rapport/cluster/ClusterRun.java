package io.rapport.cluster;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.program.ProgramVersion;
import io.rapport.lake.privacy.SuppressionList;
import io.rapport.model.engine.LandedRelation;
import io.rapport.model.engine.RunInput;
import io.rapport.model.input.CustomerInput;
import io.rapport.model.run.EnrichmentRun;
import io.rapport.model.run.OutputColumn;
import io.rapport.model.run.OutputTable;
import io.rapport.model.run.PublicMailDomains;
import io.rapport.model.run.RecordedSpec;
import io.rapport.model.run.RunFolder;
import io.rapport.model.run.RunManifest;
import io.rapport.model.run.RunPlan;
import io.rapport.model.run.RunResult;
import io.rapport.model.run.WithoutErased;
import io.rapport.model.spark.SparkApplication;
import io.rapport.model.spark.SparkEngine;
import io.rapport.model.spark.WorkFolder;
import io.rapport.model.spec.Spec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/** One run on a cluster, from the words to the delivered folder. For one thread. */
final class ClusterRun {

    private final SparkApplication application;
    private final ClusterWords words;
    private final InstantSource clock;
    private final PrintStream progress;
    private final SparkContext spark;
    private final Configuration settings;
    private final Storage storage;
    private final StageLedger ledger = new StageLedger();
    private final String id = UUID.randomUUID().toString();

    /** @param progress hears a line per step */
    ClusterRun(SparkApplication application, ClusterWords words, InstantSource clock, PrintStream progress) {
        this.application = application;
        this.words = words;
        this.clock = clock;
        this.progress = progress;
        this.spark = application.session().sparkContext();
        this.settings = spark.hadoopConfiguration();
        this.storage = new Storage(settings);
    }

    /**
     * Runs to the end.
     *
     * @return one line of JSON about the run
     */
    String run() {
        SparkVersion.require(application.session().version());
        Instant start = clock.instant();
        String out = storage.whole(words.out());
        storage.requireNew(out);
        WorkFolder work = work(out);
        try (OwnFolder own = OwnFolder.create();
                RunFolder local = RunFolder.create(own.path().resolve("run"))) {
            SuppressionList erased = words.findSuppressions()
                    .map(name -> storage.readSuppressions(name, local.path()))
                    .orElse(SuppressionList.NONE);
            WithoutErased without = new WithoutErased(erased.suppression()::holdsAddress);
            Spec spec = without.spec(storage.readSpec(
                    words.spec(), Files.createDirectory(local.path().resolve("spec"))));
            LocalDate asOf =
                    words.findAsOf().or(spec::findAsOf).orElseGet(() -> LocalDate.ofInstant(start, spec.timeZone()));
            Path inputs = Files.createDirectory(local.path().resolve("inputs"));
            RunPlan plan = RunPlan.of(spec, customers(spec, without, inputs), asOf, domains(local.path()), inputs);
            spark.addSparkListener(ledger);
            ClusterInput input = input(local.path(), work, erased);
            RunResult result = new EnrichmentRun(new SparkEngine(application, work, words.driverRows(), input))
                    .run(
                            plan,
                            new Snapshot(0, List.of()),
                            local.path().resolve("tables"),
                            (doing, done, all) -> progress.println(doing + " (" + done + " of " + all + ")"));
            Path accounts = result.folder().resolve(RunManifest.ACCOUNTS);
            Files.copy(Objects.requireNonNull(plan.inputs().get(RunInput.CUSTOMER_ACCOUNT)), accounts);
            List<String> warnings = new ArrayList<>(without.leftOut());
            warnings.addAll(result.warnings());
            RunManifest manifest = manifest(spec, asOf, result, warnings, start);
            Files.writeString(
                    result.folder().resolve(RunManifest.NAME), ManifestText.of(fields(manifest, input)) + "\n");
            storage.deliver(result.folder(), out);
            return ManifestText.of(summary(result, warnings));
        } catch (IOException e) {
            throw new RapportException(
                    ClusterError.CLUSTER_STORAGE,
                    "The driver's temporary folder can't be written. Check its space and rights.",
                    e);
        } finally {
            work.delete();
        }
    }

    private static CustomerInput customers(Spec spec, WithoutErased without, Path folder) {
        if (spec.customers() instanceof Spec.CustomerTables tables) {
            return without.customers(tables, folder);
        }
        throw new IllegalArgumentException("a spec read without a home names no profiles");
    }

    private Set<String> domains(Path folder) {
        return words.findPublicDomains()
                .map(name -> PublicMailDomains.with(storage.fetch(name, folder.resolve("public-mail-domains.txt"))))
                .orElseGet(PublicMailDomains::shipped);
    }

    private WorkFolder work(String out) {
        String name = "_rapport-" + id;
        return new WorkFolder(
                words.findWork()
                        .map(folder -> storage.whole(folder) + "/" + name)
                        .orElseGet(() -> String.valueOf(
                                new org.apache.hadoop.fs.Path(new org.apache.hadoop.fs.Path(out).getParent(), name))),
                settings);
    }

    private ClusterInput input(Path folder, WorkFolder work, SuppressionList erased) {
        return words.findLake()
                .<ClusterInput>map(lake -> LakeCopy.open(
                        storage.whole(lake), storage.fetch(words.snapshot(), folder.resolve("snapshot")), settings))
                .orElseGet(() ->
                        land(ExportFiles.find(words.exports(), Set.copyOf(words.skipped()), settings), work, erased));
    }

    private LandedExports land(List<ExportFile> files, WorkFolder work, SuppressionList erased) {
        ExportLanding landing = new ExportLanding(application.session(), work, erased);
        Map<Dataset, LandedExport> exports = new LinkedHashMap<>();
        for (LandedRelation relation : LandedRelation.OF_ENGAGEMENT) {
            Dataset dataset = relation.dataset();
            List<ExportFile> own = files.stream()
                    .filter(file -> file.dataset().equals(dataset))
                    .toList();
            if (!own.isEmpty()) {
                progress.println("Reading " + dataset.name() + " (" + own.size() + " files)");
                exports.put(
                        dataset, ClusterStep.run(spark, "reading " + dataset.name(), () -> landing.land(dataset, own)));
            }
        }
        RejectedRows.requireFew(exports.values());
        return new LandedExports(exports);
    }

    private RunManifest manifest(Spec spec, LocalDate asOf, RunResult result, List<String> warnings, Instant start)
            throws IOException {
        return new RunManifest(
                ProgramVersion.text(),
                OutputColumn.FORMULA_VERSION,
                id,
                spec.name(),
                spec.output(),
                asOf,
                spec.timeZone(),
                "spark",
                RecordedSpec.weights(spec),
                RecordedSpec.options(spec),
                start,
                clock.instant(),
                result.rows().getOrDefault(OutputTable.ENGAGEMENT, 0L),
                warnings,
                DeliveredFolder.files(result.folder()));
    }

    /** What checks the files, and for whoever runs the cluster what was read and what it took. */
    private Map<String, @Nullable Object> fields(RunManifest manifest, ClusterInput input) {
        Map<String, @Nullable Object> fields = manifest.fields();
        fields.putAll(input.fields());
        ledger.settle(spark);
        fields.put("lostExecutors", ledger.lostExecutors());
        fields.put("steps", ledger.fields());
        return fields;
    }

    private Map<String, @Nullable Object> summary(RunResult result, List<String> warnings) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("run", id);
        fields.put("out", words.out());
        fields.put("accounts", result.accounts());
        fields.put("enriched", result.enriched());
        fields.put("copies", result.copies());
        fields.put("emails", result.emails());
        fields.put("emailsCounted", result.emailsCounted());
        fields.put("meetings", result.meetings());
        fields.put("warnings", warnings);
        return fields;
    }
}
