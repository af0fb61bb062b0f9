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

    /** 0: as many as such a company usually has. */
    @Option(names = "--people", defaultValue = "0")
    private int people;

    @Option(names = "--home", required = true)
    private Path home = Path.of("");

    @Option(names = "--work", required = true)
    private Path work = Path.of("");

    @Option(names = "--memory", required = true)
    private long memory;

    @Override
    public Integer call() {
        SimulatedCompany company = people == 0 ? new SimulatedCompany(emails) : new SimulatedCompany(emails, people);
        Figures figures = measurement.run(company, new Place(home, memory), work);
        PeakMemory.findBytes().ifPresent(bytes -> figures.put("peakBytes", bytes));
        figures.write(work.resolve(FIGURES));
        return 0;
    }
}
