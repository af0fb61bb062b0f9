package io.rapport.bench;

import io.rapport.bench.graph.MeasureSyncCommand;
import io.rapport.bench.graph.SyncedTenantCommand;
import picocli.CommandLine;

/** The program {@code rapport bench}; the launcher starts it. */
final class Main {

    private Main() {}

    /** Ends the process with 0, 1 where a measurement failed, 2 where the words are wrong. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchCommand())
                .addSubcommand(new ShapesCommand())
                .addSubcommand(new TenantCommand())
                .addSubcommand(new SyncBenchCommand())
                .addSubcommand(new EnginesCommand())
                .addSubcommand(new ClusterCommand())
                .addSubcommand(new PagesCommand())
                .addSubcommand(new CustomersCommand())
                .addSubcommand(new SegmentsCommand())
                .addSubcommand(new TablesCommand())
                .addSubcommand(new ProfilesCommand())
                .addSubcommand(new ExtractBenchCommand())
                .addSubcommand(new CollaborationBenchCommand())
                .addSubcommand(new LakeBenchCommand())
                .addSubcommand(new KillsCommand())
                .addSubcommand(new ErasureBenchCommand())
                .addSubcommand(new MeasureLakeCommand())
                .addSubcommand(new MeasureExtractCommand())
                .addSubcommand(new MeasureCommand())
                .addSubcommand(new MeasureShapeCommand())
                .addSubcommand(new ServeTenantCommand())
                .addSubcommand(new MeasureSyncCommand())
                .addSubcommand(new SyncedTenantCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }
}
