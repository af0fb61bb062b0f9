package io.rapport.cluster;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.program.ProgramVersion;
import io.rapport.lake.privacy.SuppressionList;
import io.rapport.model.engine.LandedRelation;
import io.rapport.model.engine.RunInput;
import io.rapport.model.run.EnrichmentRun;
import io.rapport.model.run.OutputColumn;
import io.rapport.model.run.OutputTable;
import io.rapport.model.run.PublicMailDomains;
import io.rapport.model.run.RecordedSpec;
import io.rapport.model.run.RunFolder;
import io.rapport.model.run.RunManifest;
import io.rapport.model.run.RunPlan;
import io.rapport.model.run.RunResult;
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
    }

    /**
     * Runs to the end.
     *
     * @return one line of JSON about the run
     */
    String run() {
        SparkVersion.require(application.session().version());
        Instant start = clock.instant();
        Storage storage = new Storage(settings);
        storage.requireNew(words.out());
        WorkFolder work = work();
        try (OwnFolder own = OwnFolder.create();
                RunFolder local = RunFolder.create(own.path().resolve("run"))) {
            Spec spec = storage.readSpec(
                    words.spec(), Files.createDirectory(local.path().resolve("spec")));
            LocalDate asOf =
                    words.findAsOf().or(spec::findAsOf).orElseGet(() -> LocalDate.ofInstant(start, spec.timeZone()));
            SuppressionList erased = words.findSuppressions()
                    .map(name -> storage.readSuppressions(name, local.path()))
                    .orElse(SuppressionList.NONE);
            Path inputs = Files.createDirectory(local.path().resolve("inputs"));
            RunPlan plan = RunPlan.of(spec, asOf, domains(storage, local.path()), inputs);
            List<ExportFile> files = ExportFiles.find(words.exports(), Set.copyOf(words.skipped()), settings);
            spark.addSparkListener(ledger);
            Map<Dataset, LandedExport> exports = land(files, work, erased);
            RunResult result = new EnrichmentRun(
                            new SparkEngine(application, work, words.driverRows(), new LandedExports(exports)))
                    .run(
                            plan,
                            new Snapshot(0, List.of()),
                            local.path().resolve("tables"),
                            (doing, done, all) -> progress.println(doing + " (" + done + " of " + all + ")"));
            Path accounts = result.folder().resolve(RunManifest.ACCOUNTS);
            Files.copy(Objects.requireNonNull(plan.inputs().get(RunInput.CUSTOMER_ACCOUNT)), accounts);
            RunManifest manifest = manifest(spec, asOf, result, start);
            Files.writeString(
                    result.folder().resolve(RunManifest.NAME), ManifestText.of(fields(manifest, exports)) + "\n");
            storage.deliver(result.folder(), words.out());
            return ManifestText.of(summary(result));
        } catch (IOException e) {
            throw new RapportException(
                    ClusterError.CLUSTER_STORAGE,
                    "The driver's temporary folder can't be written. Check its space and rights.",
                    e);
        } finally {
            work.delete();
        }
    }

    private Set<String> domains(Storage storage, Path folder) {
        return words.findPublicDomains()
                .map(name -> PublicMailDomains.with(storage.fetch(name, folder.resolve("public-mail-domains.txt"))))
                .orElseGet(PublicMailDomains::shipped);
    }

    private WorkFolder work() {
        String name = "_rapport-" + id;
        String out = words.out();
        return new WorkFolder(
                words.findWork()
                        .map(folder -> folder + "/" + name)
                        .orElseGet(() -> String.valueOf(
                                new org.apache.hadoop.fs.Path(new org.apache.hadoop.fs.Path(out).getParent(), name))),
                settings);
    }

    private Map<Dataset, LandedExport> land(List<ExportFile> files, WorkFolder work, SuppressionList erased) {
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
        return exports;
    }

    private RunManifest manifest(Spec spec, LocalDate asOf, RunResult result, Instant start) throws IOException {
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
                result.warnings(),
                DeliveredFolder.files(result.folder()));
    }

    /** What checks the files, and for whoever runs the cluster what was read and what it took. */
    private Map<String, @Nullable Object> fields(RunManifest manifest, Map<Dataset, LandedExport> exports) {
        Map<String, @Nullable Object> fields = manifest.fields();
        List<Map<String, Object>> read = new ArrayList<>();
        exports.values().forEach(export -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("dataset", export.dataset().name());
            line.put("rows", export.read());
            line.put("rejected", export.rejectedRows());
            line.put("replaced", export.replaced());
            read.add(line);
        });
        fields.put("exports", read);
        fields.put("lostExecutors", ledger.lostExecutors());
        fields.put("steps", ledger.fields());
        return fields;
    }

    private Map<String, @Nullable Object> summary(RunResult result) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("run", id);
        fields.put("out", words.out());
        fields.put("accounts", result.accounts());
        fields.put("enriched", result.enriched());
        fields.put("copies", result.copies());
        fields.put("emails", result.emails());
        fields.put("emailsCounted", result.emailsCounted());
        fields.put("meetings", result.meetings());
        fields.put("warnings", result.warnings());
        return fields;
    }
}
