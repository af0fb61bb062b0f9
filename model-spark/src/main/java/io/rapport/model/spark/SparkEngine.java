package io.rapport.model.spark;

import io.rapport.core.landing.Snapshot;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.Parameters;
import io.rapport.model.engine.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.SparkStrategy;
import scala.jdk.javaapi.CollectionConverters;

/** The distributed engine. Each session has views and functions of its own in one Spark application. */
public final class SparkEngine implements Engine {

    /** Relations of up to this many rows are kept by the driver instead of in files. */
    public static final int DRIVER_ROWS = 10_000;

    private final SparkSession spark;
    private final WorkFolder folder;
    private final int driverRows;
    private final Function<Snapshot, LandedRows> sources;

    /**
     * Reads the lake of a home.
     *
     * @param application whoever started it closes it
     * @param folder where built models lie while a session is open; executors must see it under the same path
     * @param driverRows most rows of a relation that the driver keeps, at least 0; usually {@link #DRIVER_ROWS}
     */
    public SparkEngine(SparkApplication application, Path folder, int driverRows) {
        this(
                application,
                WorkFolder.local(folder, application.session().sparkContext().hadoopConfiguration()),
                driverRows,
                SnapshotRows::new);
    }

    /** Reads these rows whatever the snapshot. */
    public SparkEngine(SparkApplication application, WorkFolder folder, int driverRows, LandedRows rows) {
        this(application, folder, driverRows, snapshot -> rows);
    }

    private SparkEngine(
            SparkApplication application, WorkFolder folder, int driverRows, Function<Snapshot, LandedRows> sources) {
        this.spark = application.session();
        this.folder = folder;
        this.driverRows = driverRows;
        this.sources = sources;
    }

    @Override
    public Session open(Snapshot snapshot, Parameters parameters) {
        SparkSession own = spark.newSession();
        SparkSettings.apply(own.conf());
        own.conf().set("spark.sql.shuffle.partitions", spark.conf().get("spark.sql.shuffle.partitions"));
        List<SparkStrategy> strategies = List.of(new DriverRowsStrategy());
        own.experimental()
                .extraStrategies_$eq(CollectionConverters.asScala(strategies).toSeq());
        DriverRows rows = new DriverRows(own, driverRows);
        WorkFolder built = folder.child("models-" + UUID.randomUUID());
        SparkRunSession session =
                new SparkRunSession(own, sources.apply(snapshot), built, new Relations(own, built, rows), rows);
        ShortKey.register(own);
        Prelude.statements(parameters).forEach(session::run);
        return session;
    }

    @Override
    public String name() {
        return "spark";
    }
}
