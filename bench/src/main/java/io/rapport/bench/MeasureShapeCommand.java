package io.rapport.bench;

import io.rapport.bench.measure.Place;
import io.rapport.bench.shapes.Shape;
import io.rapport.bench.shapes.ShapeMeasurement;
import io.rapport.core.dataset.Datasets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The import of one file, in the process that {@link MeasuringProcess} started for it. */
@Command(name = "measure-shape", hidden = true)
final class MeasureShapeCommand implements Callable<Integer> {

    @Parameters(index = "0")
    private Shape shape = Shape.LINES;

    @Option(names = "--dataset", required = true)
    private String dataset = "";

    @Option(names = "--file", required = true)
    private Path file = Path.of("");

    @Option(names = "--home", required = true)
    private Path home = Path.of("");

    @Option(names = "--work", required = true)
    private Path work = Path.of("");

    @Option(names = "--memory", required = true)
    private long memory;

    @Override
    public Integer call() throws IOException {
        ShapeMeasurement.run(Datasets.find(dataset).orElseThrow(), shape, file, new Place(home, memory))
                .write(work.resolve(MeasureCommand.FIGURES));
        return 0;
    }
}
