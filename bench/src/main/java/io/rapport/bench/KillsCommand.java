package io.rapport.bench;

import io.rapport.bench.kills.Kills;
import io.rapport.bench.kills.KillsReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Kills the program at any moment of its work, and prints what came of it as Markdown. */
@Command(
        name = "kills",
        header = "Kill the program at any moment, and look whether anything is lost, twice or half.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Imports, syncs, runs, extractions, compactions, erasures, backups and migrations are killed with SIGKILL, each on a",
            "small home of its own, looked at, and done again; in the end all must be as it is undisturbed. Ends with 1 where",
            "something was found. About four seconds a kill on two processors."
        },
        footer = {
            "",
            "Examples:",
            "  rapport bench kills --kills 40",
            "  rapport bench kills --stage erasure --kills 20 --seed 5",
            "  rapport bench kills --write"
        })
final class KillsCommand implements Callable<Integer> {

    private static final String SECTION = "kills";

    @Option(names = "--kills", paramLabel = "N", defaultValue = "300", description = "How many. Default: 300.")
    private int kills;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the moments. Default: 1.")
    private long seed;

    @Option(
            names = "--stage",
            paramLabel = "NAME",
            description = "Only import, sync, run, extract, compaction, erasure, backup or migration; may be repeated.")
    private List<String> stages = new ArrayList<>();

    @Option(
            names = "--program",
            paramLabel = "JAR",
            defaultValue = "serve/target/rapport.jar",
            description = "The built program. Default: serve/target/rapport.jar.")
    private Path program = Path.of("");

    @Option(
            names = "--homes",
            paramLabel = "DIR",
            defaultValue = "serve/src/test/resources/homes",
            description = "Homes of earlier versions. Default: serve/src/test/resources/homes.")
    private Path homes = Path.of("");

    @Mixin
    private Workbench bench = new Workbench();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(program)) {
            throw new IOException(program.toAbsolutePath() + " is not there. Build it: ./rapport --version.");
        }
        try (WorkFolder work = bench.open()) {
            KillsReport report =
                    new KillsReport(new Kills(program, homes, work.path()).run(kills, seed, stages, bench::say), seed);
            bench.report(SECTION, report.markdown());
            return report.faults().isEmpty() ? 0 : 1;
        }
    }
}
