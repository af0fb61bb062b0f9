package io.rapport.bench.measure;

import io.rapport.bench.source.MailSource;
import io.rapport.model.remote.EngineProgram;
import io.rapport.model.remote.RemoteEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The same enrichment on Apache Spark; what its process takes counts. */
public final class SparkMeasurement {

    /** Where the launcher says that Spark's program lies. */
    private static final String PROGRAM = "RAPPORT_SPARK";

    private SparkMeasurement() {}

    /** @param work an empty folder for the run's files; the caller removes it */
    public static Figures run(MailSource source, Place place, Path work) {
        Path program = Path.of(System.getenv().getOrDefault(PROGRAM, ""));
        if (!Files.isRegularFile(program)) {
            throw new IllegalStateException(
                    PROGRAM + " names no program of Spark's: start this with ./rapport bench, or"
                            + " build it with ./mvnw package -pl model-spark -am");
        }
        EngineProgram spark = new EngineProgram(
                program,
                List.of(),
                List.of("local[*]"),
                place.sparkHeap(),
                place.home().resolve("tmp"));
        return EnrichMeasurement.run(source, place, work, new RemoteEngine("spark", spark), Effort::startWithChildren);
    }
}
