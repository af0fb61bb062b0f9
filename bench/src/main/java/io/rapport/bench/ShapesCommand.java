package io.rapport.bench;

import io.rapport.bench.measure.Figures;
import io.rapport.bench.shapes.Shape;
import io.rapport.bench.shapes.ShapeFiles;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the import of files, shape by shape. */
@Command(
        name = "shapes",
        header = "Measure the import of exports in every shape that they come in.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes one export after another to the disk, imports each in a process of its own, removes it.")
final class ShapesCommand implements Callable<Integer> {

    /** Of {@link ResultsFile}. */
    static final String SECTION = "shapes";

    private static final int MEMORY = 3_000;
    private static final List<Dataset> OTHERS = List.of(
            Datasets.CALENDAR_VIEW,
            Datasets.CONTACT,
            Datasets.USER,
            Datasets.find("OutlookContactActivity_v0").orElseThrow());

    @Option(
            names = "--rows",
            paramLabel = "ROWS",
            defaultValue = "300K",
            converter = Size.Converter.class,
            description = "How many rows an export has at most, for example 300K, the default.")
    private Size rows = new Size(300_000);

    @Mixin
    private Workbench bench = new Workbench();

    @Override
    public Integer call() throws IOException {
        try (WorkFolder work = bench.open()) {
            ShapeFiles files = new ShapeFiles(work.path(), rows.emails());
            MeasuringProcess process = new MeasuringProcess(work.path());
            List<ShapesReport.Line> lines = new ArrayList<>();
            for (Shape shape : Shape.values()) {
                lines.add(measure(Datasets.MESSAGE, shape, files, process, work));
            }
            for (Dataset dataset : OTHERS) {
                lines.add(measure(dataset, Shape.LINES, files, process, work));
            }
            String report = ShapesReport.markdown(lines);
            bench.report(SECTION, report);
            return 0;
        }
    }

    private ShapesReport.Line measure(
            Dataset dataset, Shape shape, ShapeFiles files, MeasuringProcess process, WorkFolder work)
            throws IOException {
        bench.say("Importing " + dataset + ", " + shape.words());
        Path export = files.write(dataset, shape);
        Path home = work.path().resolve("home-" + dataset + "-" + shape);
        Figures figures = process.run(
                true,
                MEMORY,
                List.of(
                        "measure-shape",
                        shape.name(),
                        "--dataset=" + dataset,
                        "--file=" + export,
                        "--home=" + home,
                        "--memory=" + MEMORY * 1_000_000L));
        Files.delete(export);
        return new ShapesReport.Line(dataset, shape, figures);
    }
}
