package io.rapport.model.spark;

import io.rapport.core.landing.Snapshot;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.Parameters;
import io.rapport.model.engine.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.SparkStrategy;
import scala.jdk.javaapi.CollectionConverters;

/** The distributed engine. Each session has views and functions of its own in one Spark application. */
public final class SparkEngine implements Engine {

    /** Relations of up to this many rows are kept by the driver instead of in files. */
    public static final int DRIVER_ROWS = 10_000;

    private final SparkSession spark;
    private final Path folder;
    private final int driverRows;

    /**
     * @param application whoever started it closes it
     * @param folder where built models lie while a session is open; executors must see it under the same path
     * @param driverRows most rows of a relation that the driver keeps, at least 0; usually {@link #DRIVER_ROWS}
     */
    public SparkEngine(SparkApplication application, Path folder, int driverRows) {
        this.spark = application.session();
        this.folder = folder;
        this.driverRows = driverRows;
    }

    @Override
    public Session open(Snapshot snapshot, Parameters parameters) {
        SparkSession own = spark.newSession();
        List<SparkStrategy> strategies = List.of(new DriverRowsStrategy());
        own.experimental()
                .extraStrategies_$eq(CollectionConverters.asScala(strategies).toSeq());
        DriverRows rows = new DriverRows(own, driverRows);
        Relations relations = new Relations(own, folder.resolve("models-" + UUID.randomUUID()), rows);
        SparkRunSession session = new SparkRunSession(own, snapshot, relations, rows);
        Prelude.statements(parameters).forEach(session::run);
        return session;
    }

    @Override
    public String name() {
        return "spark";
    }
}
