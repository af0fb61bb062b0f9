package io.rapport.bench;

import io.rapport.bench.lake.LakeMeasurement;
import io.rapport.bench.measure.Figures;
import io.rapport.bench.measure.PeakMemory;
import io.rapport.bench.measure.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One lake that is synced day by day, in the process that {@link MeasuringProcess} started for it. */
@Command(name = "measure-lake", hidden = true)
final class MeasureLakeCommand implements Callable<Integer> {

    @Option(names = "--messages", required = true)
    private int messages;

    @Option(names = "--looks", required = true, split = ",")
    private List<Integer> looks = List.of();

    @Option(names = "--compact")
    private boolean isCompacting;

    @Option(names = "--work", required = true)
    private Path work = Path.of("");

    @Option(names = "--memory", required = true)
    private long memory;

    @Override
    public Integer call() throws IOException {
        Figures figures =
                new LakeMeasurement(new Place(work.resolve("home"), memory), messages, isCompacting).run(looks);
        PeakMemory.findBytes().ifPresent(bytes -> figures.put("peakBytes", bytes));
        figures.write(work.resolve(MeasureCommand.FIGURES));
        return 0;
    }
}
