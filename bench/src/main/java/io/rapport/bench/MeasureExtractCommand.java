package io.rapport.bench;

import io.rapport.bench.extract.ExtractMeasurement;
import io.rapport.bench.measure.Figures;
import io.rapport.bench.measure.PeakMemory;
import io.rapport.bench.measure.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One measurement of extraction, in the process that {@link MeasuringProcess} started for it. */
@Command(name = "measure-extract", hidden = true)
final class MeasureExtractCommand implements Callable<Integer> {

    @Parameters(index = "0")
    private ExtractMeasurement measurement = ExtractMeasurement.JSON;

    @Option(names = "--signals", required = true)
    private Path signals = Path.of("");

    @Option(names = "--work", required = true)
    private Path work = Path.of("");

    @Option(names = "--memory", required = true)
    private long memory;

    @Override
    public Integer call() throws IOException {
        Figures figures = measurement.measure(signals, new Place(work, memory).wholeEngine(), work);
        PeakMemory.findBytes().ifPresent(bytes -> figures.put("peakBytes", bytes));
        figures.write(work.resolve(MeasureCommand.FIGURES));
        return 0;
    }
}
