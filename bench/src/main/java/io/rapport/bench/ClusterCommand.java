package io.rapport.bench;

import io.rapport.bench.cluster.ClusterFigures;
import io.rapport.bench.cluster.ExportsOnDisk;
import io.rapport.bench.cluster.Platform;
import io.rapport.bench.cluster.Spread;
import io.rapport.bench.cluster.Submission;
import io.rapport.bench.cluster.Watched;
import io.rapport.bench.source.SimulatedCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the jar for spark-submit: exports in, tables out. */
@Command(
        name = "cluster",
        header = "Measure a run of the jar for spark-submit over exports on disk, evenly spread or skewed.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Needs in --folder about 3 GB for the exports of a million emails, and as much for what Spark builds."
        },
        footer = {
            "",
            "Examples:",
            "  rapport bench cluster --size 100k",
            "  rapport bench cluster --size 1M --skew --write"
        })
final class ClusterCommand implements Callable<Integer> {

    /** Of {@link ResultsFile}, with the size behind it. */
    static final String SECTION = "cluster, ";

    @Option(
            names = "--size",
            paramLabel = "EMAILS",
            defaultValue = "100k",
            converter = Size.Converter.class,
            description = "How many emails, for example 100k or 10M. Default: 100k.")
    private Size size = new Size(100_000);

    @Option(
            names = "--skew",
            description = {
                "Run it again with a tenth of the mail from one sender to one account in one conversation, every",
                "thousandth of these emails to everybody, and compare."
            })
    private boolean isSkewed;

    @Option(
            names = "--on",
            paramLabel = "PLATFORM",
            split = ",",
            defaultValue = "LOCAL,STANDALONE",
            description = "LOCAL: local[2]; STANDALONE: a master and two workers. Default: both.")
    private List<Platform> platforms = List.of();

    @Option(
            names = "--heap",
            paramLabel = "MB",
            defaultValue = "3000",
            description = "Megabytes of heap of all that tasks run in, together. Default: 3000.")
    private int heap;

    @Mixin
    private Workbench bench = new Workbench();

    @Override
    public Integer call() throws IOException {
        Path program = Path.of(System.getenv().getOrDefault("RAPPORT_SPARK", "model-spark/target/model-spark.jar"))
                .toAbsolutePath()
                .normalize();
        Submission submission = new Submission(
                program,
                program.resolveSibling(Path.of("..", "..", "cluster", "target", "rapport-cluster.jar"))
                        .normalize(),
                heap);
        List<ClusterFigures> runs = new ArrayList<>();
        try (WorkFolder work = bench.open()) {
            for (Spread spread : isSkewed ? List.of(Spread.values()) : List.of(Spread.EVEN)) {
                runs.addAll(measure(submission, spread, work.path()));
                work.empty();
            }
        }
        bench.report(SECTION + size, new ClusterReport(size, heap, runs).markdown());
        return 0;
    }

    private List<ClusterFigures> measure(Submission submission, Spread spread, Path work) throws IOException {
        SimulatedCompany company = new SimulatedCompany(size.emails());
        bench.say("Writing the exports of " + size + ", " + spread.words());
        Path spec = company.writeSpec(work);
        Path exports = work.resolve("exports");
        ExportsOnDisk.write(company, spread, spec, exports);
        List<ClusterFigures> runs = new ArrayList<>();
        for (Platform platform : platforms) {
            bench.say("Running, " + platform.words());
            Path out = work.resolve("out-" + platform);
            Watched watched =
                    submission.run(platform, work.resolve("spark-" + platform), spec, exports, company.lastDay(), out);
            runs.add(ClusterFigures.read(platform, spread, watched, bytes(exports), out));
        }
        return runs;
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
