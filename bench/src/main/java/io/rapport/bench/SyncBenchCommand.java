package io.rapport.bench;

import io.rapport.bench.graph.BenchProcess;
import io.rapport.bench.graph.SyncReport;
import io.rapport.bench.graph.SyncRun;
import io.rapport.bench.graph.TenantSize;
import io.rapport.bench.measure.Figures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures a first sync of made-up tenants over HTTP, and prints what it found as Markdown. */
@Command(
        name = "sync",
        header = "Measure a first sync of a made-up tenant over HTTP.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "The tenant and the sync run in a process each, on this machine's processors; the tenant has no limits."
        },
        footer = {"", "Examples:", "  rapport bench sync", "  rapport bench sync --people 100,2000 --write"})
final class SyncBenchCommand implements Callable<Integer> {

    private static final String SECTION = "measured over Graph";

    @Option(
            names = "--people",
            paramLabel = "PEOPLE",
            split = ",",
            defaultValue = "100,2000",
            description = "How many work there, for example 100, or 100,2000 to compare. Default: 100,2000.")
    private List<Integer> people = List.of();

    @Option(
            names = "--emails",
            paramLabel = "EMAILS",
            defaultValue = "200000",
            description = "How many emails a year, whatever the number of people. Default: 200000.")
    private long emails;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "bench/RESULTS.md",
            description = "Put the table into this file, in place of the one that is there.")
    private @Nullable Path file;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("rapport-bench-sync");
        try {
            List<SyncRun> runs = new ArrayList<>();
            for (int each : people) {
                runs.add(measure(new TenantSize(each, emails), Files.createDirectory(work.resolve("of-" + each))));
            }
            String report = new SyncReport(runs).markdown();
            spec.commandLine().getOut().println(report);
            if (file != null) {
                ResultsFile.update(file, SECTION, report);
            }
            return 0;
        } finally {
            delete(work);
        }
    }

    private SyncRun measure(TenantSize size, Path work) throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        err.println("Founding a tenant of " + size);
        err.flush();
        try (BenchProcess tenant = BenchProcess.start(
                List.of("-Xmx1g", "-XX:+UseSerialGC"),
                List.of("synced-tenant", "--people=" + size.people(), "--emails=" + size.emails()))) {
            List<String> address = tenant.firstLine();
            err.println("Syncing it");
            err.flush();
            double before = tenant.processorSeconds();
            Figures sync = run(work.resolve("sync"), List.of("--home=" + work.resolve("home")), address);
            double after = tenant.processorSeconds();
            err.println("Parsing its pages");
            err.flush();
            Figures parsing = run(work.resolve("parsing"), List.of(), address);
            return new SyncRun(size, sync, after - before, parsing);
        }
    }

    /** With the launcher's options. */
    private static Figures run(Path figures, List<String> options, List<String> address)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("measure-sync", "--figures=" + figures));
        words.addAll(options);
        words.addAll(address);
        try (BenchProcess process = BenchProcess.start(List.of("-Xmx512m", "-XX:+UseSerialGC"), words)) {
            process.await();
        }
        return Figures.read(figures);
    }

    private static void delete(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
