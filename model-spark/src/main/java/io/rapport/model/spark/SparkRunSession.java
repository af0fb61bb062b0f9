package io.rapport.model.spark;

import io.rapport.core.error.RapportException;
import io.rapport.model.engine.Format;
import io.rapport.model.engine.LandedRelation;
import io.rapport.model.engine.RunInput;
import io.rapport.model.engine.Session;
import io.rapport.model.run.RunError;
import io.rapport.model.sql.Model;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.jspecify.annotations.Nullable;

/** One run on Spark. Everything goes through one place, so that it can be cancelled and its errors told. */
final class SparkRunSession implements Session {

    private final SparkSession spark;
    private final LandedRows landed;
    private final WorkFolder folder;
    private final Relations relations;
    private final DriverRows driverRows;
    private final String jobs = UUID.randomUUID().toString();
    private volatile boolean isCanceled;

    SparkRunSession(
            SparkSession spark, LandedRows landed, WorkFolder folder, Relations relations, DriverRows driverRows) {
        this.spark = spark;
        this.landed = landed;
        this.folder = folder;
        this.relations = relations;
        this.driverRows = driverRows;
    }

    @Override
    public void land(LandedRelation relation) {
        execute("opening " + relation.dataset(), () -> {
            String[] columns = relation.columns().stream()
                    .map(column -> SparkText.path(column.path()) + " as " + SparkText.name(column.name()))
                    .toArray(String[]::new);
            Dataset<Row> rows = landed.rows(spark, relation.dataset()).selectExpr(columns);
            boolean isSmall = driverRows.canHold(landed.mostRows(relation.dataset()));
            relations.view(relation.relation(), isSmall ? driverRows.hold(rows) : rows);
            return relation;
        });
    }

    @Override
    public void load(RunInput input, Path lines) {
        execute("reading " + input.relation(), () -> {
            relations.keep(input.relation(), InputFile.rows(spark, folder, input, lines));
            return input;
        });
    }

    @Override
    public void build(Model model) {
        execute("building " + model.file(), () -> {
            if (model.repeats().isPresent()) {
                repeat(model, model.repeats().get());
            } else if (model.isTable()) {
                relations.keep(model.name(), spark.sql(model.select()));
            } else {
                relations.view(model.name(), spark.sql(model.select()));
            }
            return model;
        });
    }

    private void repeat(Model model, String start) {
        relations.keep(model.name(), spark.table(start));
        long rows = count(model.name());
        while (true) {
            relations.keep(model.name(), spark.sql(model.select()));
            long grown = count(model.name());
            if (grown == rows) {
                return;
            }
            rows = grown;
        }
    }

    private long count(String relation) {
        return read(spark.table(relation).groupBy().count()).get(0).getLong(0);
    }

    @Override
    public List<List<@Nullable Object>> rows(String select) {
        return execute("reading results", () -> {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Row row : read(spark.sql(select))) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    values.add(plain(row.get(i)));
                }
                rows.add(values);
            }
            return rows;
        });
    }

    private List<Row> read(Dataset<Row> rows) {
        return held(rows).collectAsList();
    }

    /** The same rows, computed already where the driver can do it. */
    private Dataset<Row> held(Dataset<Row> rows) {
        return driverRows.find(rows).map(driverRows::relation).orElse(rows);
    }

    @Override
    public void write(String select, Path file, Format format) {
        String written = "table-" + file.getFileName();
        String partitions = spark.conf().get("spark.sql.shuffle.partitions");
        try {
            execute("writing " + file.getFileName(), () -> {
                // One partition is one file, and its order is that of the select.
                spark.conf().set("spark.sql.shuffle.partitions", "1");
                TableFile.write(held(spark.sql(select)).coalesce(1), folder.uri(written), format);
                folder.fetch(written, file);
                return file;
            });
        } finally {
            spark.conf().set("spark.sql.shuffle.partitions", partitions);
            folder.delete(written);
        }
    }

    @Override
    public void cancel() {
        isCanceled = true;
        spark.sparkContext().cancelJobGroup(jobs);
    }

    @Override
    public void close() {
        relations.close();
    }

    void run(String statement) {
        execute("preparing the models", () -> spark.sql(statement));
    }

    private <T> T execute(String doing, Callable<T> work) {
        if (isCanceled) {
            throw canceled();
        }
        takeThread(doing);
        try {
            return work.call();
        } catch (RapportException e) {
            throw e;
        } catch (Exception | OutOfMemoryError e) {
            throw isCanceled ? canceled() : SparkErrors.explain(doing, e);
        }
    }

    /** Spark knows by the thread whose settings count, what can be cancelled, and who asks: else it reads the stack. */
    private void takeThread(String doing) {
        SparkSession.setActiveSession(spark);
        SparkContext context = spark.sparkContext();
        context.setJobGroup(jobs, doing, true);
        context.setLocalProperty("callSite.short", "rapport");
        context.setLocalProperty("callSite.long", "rapport");
    }

    private static RapportException canceled() {
        return new RapportException(RunError.RUN_CANCELED, "The run was stopped before its end; nothing was written.");
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Short) {
            return ((Number) value).longValue();
        }
        return value instanceof java.math.BigDecimal number ? (Object) number.doubleValue() : value;
    }
}
