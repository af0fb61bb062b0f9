package io.rapport.bench;

import io.rapport.bench.cluster.ClusterFigures;
import io.rapport.bench.cluster.ExportsOnDisk;
import io.rapport.bench.cluster.Skew;
import io.rapport.bench.cluster.Submission;
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
            "Build it first: ./mvnw -DskipTests package -pl cluster -am",
            "Exports take about 2.5 GB per million emails in --folder, one spread at a time."
        },
        footer = {
            "",
            "Examples:",
            "  rapport bench cluster --size 200K",
            "  rapport bench cluster --size 1M --spread EVEN,SENDER,ACCOUNT,LIST --write"
        })
final class ClusterCommand implements Callable<Integer> {

    /** Of {@link ResultsFile}. */
    static final String SECTION = "cluster";

    @Option(
            names = "--size",
            paramLabel = "EMAILS",
            defaultValue = "1M",
            converter = Size.Converter.class,
            description = "How many emails, for example 200K or 10M. Default: 1M.")
    private Size size = new Size(1_000_000);

    @Option(
            names = "--spread",
            paramLabel = "HOW",
            split = ",",
            defaultValue = "EVEN",
            description = "How a tenth of the mail is spread: EVEN, SENDER, ACCOUNT, LIST. Default: EVEN.")
    private List<Skew> spreads = List.of();

    @Option(
            names = "--spark-master",
            paramLabel = "URL",
            defaultValue = "local[2]",
            description = "Where it runs; a cluster must see --folder under the same path. Default: local[2].")
    private String master = "local[2]";

    @Option(
            names = "--heap",
            paramLabel = "MB",
            defaultValue = "3000",
            description = "Megabytes of heap of the submitted process. Default: 3000.")
    private int heap;

    @Mixin
    private Workbench bench = new Workbench();

    @Override
    public Integer call() throws IOException {
        Path program = Path.of(System.getenv().getOrDefault("RAPPORT_SPARK", "model-spark/target/model-spark.jar"));
        Submission submission = new Submission(
                program,
                program.toAbsolutePath()
                        .normalize()
                        .resolveSibling(Path.of("..", "..", "cluster", "target", "rapport-cluster.jar"))
                        .normalize());
        try (WorkFolder work = bench.open()) {
            List<ClusterFigures> runs = new ArrayList<>();
            for (Skew skew : spreads) {
                runs.add(measure(submission, skew, work.path()));
                work.empty();
            }
            bench.report(SECTION, new ClusterReport(size, master, runs).markdown());
            return 0;
        }
    }

    private ClusterFigures measure(Submission submission, Skew skew, Path work) throws IOException {
        SimulatedCompany company = new SimulatedCompany(size.emails());
        bench.say("Writing the exports of " + size + ", " + skew.words());
        Path spec = company.writeSpec(work);
        Path exports = work.resolve("exports");
        ExportsOnDisk.write(company, skew, spec, exports);
        Path out = work.resolve("out");
        bench.say("Running on " + master);
        double seconds = submission.run(master, heap, spec, exports, out);
        return ClusterFigures.read(skew, seconds, bytes(exports), out);
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
