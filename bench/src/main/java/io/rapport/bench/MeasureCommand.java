package io.rapport.bench;

import io.rapport.bench.measure.Figures;
import io.rapport.bench.measure.PeakMemory;
import io.rapport.bench.measure.Place;
import io.rapport.bench.source.SimulatedCompany;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One measurement, in the process that {@link MeasuringProcess} started for it. */
@Command(name = "measure", hidden = true)
final class MeasureCommand implements Callable<Integer> {

    static final String FIGURES = "figures";

    @Parameters(index = "0")
    private Measurement measurement = Measurement.FLOOR;

    @Option(names = "--emails", required = true)
    private long emails;

    @Option(names = "--home", required = true)
    private Path home = Path.of("");

    @Option(names = "--work", required = true)
    private Path work = Path.of("");

    @Option(names = "--memory", required = true)
    private long memory;

    @Override
    public Integer call() {
        Figures figures = measurement.run(new SimulatedCompany(emails), new Place(home, memory), work);
        PeakMemory.findBytes().ifPresent(bytes -> figures.put("peakBytes", bytes));
        figures.write(work.resolve(FIGURES));
        return 0;
    }
}
