package io.rapport.bench.graph;

import io.rapport.bench.measure.Figures;
import io.rapport.bench.measure.PeakMemory;
import io.rapport.bench.measure.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One measurement over Graph, in the process that {@link BenchProcess} started for it. */
@Command(name = "measure-sync", hidden = true)
public final class MeasureSyncCommand implements Callable<Integer> {

    /** Without it the parsing alone is measured. */
    @Option(names = "--home")
    private @Nullable Path home;

    @Option(names = "--connector", defaultValue = "outlook-mail-metadata")
    private String connector = "";

    @Option(names = "--memory", defaultValue = "3000000000")
    private long memory;

    @Option(names = "--figures", required = true)
    private Path file = Path.of("");

    @Parameters
    private List<String> address = List.of();

    @Override
    public Integer call() throws InterruptedException, IOException {
        TenantAddress tenant = new TenantAddress(address);
        Figures figures = home == null
                ? ParsingMeasurement.run(tenant)
                : SyncMeasurement.run(tenant, connector, new Place(home, memory));
        PeakMemory.findBytes().ifPresent(bytes -> figures.put("peakBytes", bytes));
        figures.write(file);
        return 0;
    }
}
