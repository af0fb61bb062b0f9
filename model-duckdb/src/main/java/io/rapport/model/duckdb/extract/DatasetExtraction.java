package io.rapport.model.duckdb.extract;

import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.progress.Progress;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.duckdb.DuckDbRunSession;
import io.rapport.model.engine.Parameters;
import io.rapport.model.extract.ExtractError;
import io.rapport.model.extract.ExtractFolder;
import io.rapport.model.extract.ExtractManifest;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.ExtractPreview;
import io.rapport.model.extract.ExtractReport;
import io.rapport.model.extract.ExtractRequest;
import io.rapport.model.extract.LeftOut;
import io.rapport.model.extract.RegionExtract;
import io.rapport.model.run.RunError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Extracts a dataset: one folder per region, one file per month, a manifest in each folder, all or nothing. The same
 * snapshot and request give the same bytes. For one thread; only {@link #cancel} may come from another.
 */
public final class DatasetExtraction {

    /** Who is left out and why; importing the folder passes over it. */
    private static final String LEFT_OUT = "_left-out.csv";

    private final DuckDbSettings settings;
    private final Function<Map<String, @Nullable Object>, String> json;
    private volatile @Nullable DuckDbRunSession running;
    private volatile boolean isCanceled;

    /** @param json writes a manifest's fields as JSON */
    public DatasetExtraction(DuckDbSettings settings, Function<Map<String, @Nullable Object>, String> json) {
        this.settings = settings;
        this.json = json;
    }

    /** @throws RapportException one of {@link ExtractError}, or of the lake's errors; then nothing has the target's name */
    public ExtractReport run(ExtractRequest request, Snapshot snapshot, Progress progress) {
        ExtractPlan plan = request.plan();
        ExtractFolder.requireNew(request.target());
        try (DuckDbRunSession session = new DuckDbEngine(settings).open(snapshot, Parameters.withoutWindow())) {
            running = session;
            if (isCanceled) {
                session.cancel();
            }
            session.run("keeping the order of rows", "set preserve_insertion_order = true");
            progress.report("Looking at the directory", 0, -1);
            Delivery.buildDirectory(session);
            progress.report("Counting rows", 0, -1);
            Delivery delivery = Delivery.of(session, plan, snapshot, new ExtractSql(plan, snapshot, false));
            ExtractSql sql = new ExtractSql(plan, snapshot, delivery.isChecked());
            try (ExtractFolder folder =
                    ExtractFolder.open(request.target(), plan.fingerprint() + "\nsnapshot " + snapshot.id())) {
                return deliver(request, snapshot, delivery, session, sql, folder, progress);
            }
        } catch (RapportException e) {
            throw told(e, "");
        } finally {
            running = null;
        }
    }

    /**
     * Whose rows would be delivered, and how many: nothing is written.
     *
     * @throws RapportException {@link ExtractError#EXTRACT_SCOPE} or {@link ExtractError#EXTRACT_REGION}
     */
    public ExtractPreview preview(ExtractPlan plan, Snapshot snapshot) {
        try (DuckDbRunSession session = new DuckDbEngine(settings).open(snapshot, Parameters.withoutWindow())) {
            Delivery.buildDirectory(session);
            ExtractSql sql = new ExtractSql(plan, snapshot, false);
            Delivery delivery = Delivery.of(session, plan, snapshot, sql);
            List<RegionExtract> regions = new TreeMap<>(delivery.regions())
                    .entrySet().stream()
                            .map(region -> delivery.isChecked()
                                    ? share(
                                            region.getKey(),
                                            region.getValue().mailboxes(),
                                            region.getValue().rows())
                                    : uncheckedShare(region.getKey(), session, sql))
                            .toList();
            return new ExtractPreview(regions, delivery.leftOut(), delivery.isChecked());
        }
    }

    private static RegionExtract uncheckedShare(String region, DuckDbRunSession session, ExtractSql sql) {
        List<@Nullable Object> counts = session.rows(
                        ExtractPlan.findOwnerColumn(sql.plan().dataset())
                                .map(owner -> "select count(*), coalesce(cast(sum(row_count) as bigint), 0) from ("
                                        + sql.rowsByOwner(owner) + ") as owned")
                                .orElseGet(() -> "select 0, count(*) from (" + sql.rows() + ") as wanted"))
                .get(0);
        return share(region, number(counts.get(0)), number(counts.get(1)));
    }

    private static RegionExtract share(String region, long mailboxes, long rows) {
        return new RegionExtract(region, mailboxes, rows, List.of());
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    /** Stops what is being done. */
    public void cancel() {
        isCanceled = true;
        DuckDbRunSession session = running;
        if (session != null) {
            session.cancel();
        }
    }

    private ExtractReport deliver(
            ExtractRequest request,
            Snapshot snapshot,
            Delivery delivery,
            DuckDbRunSession session,
            ExtractSql sql,
            ExtractFolder folder,
            Progress progress) {
        try (RegionFiles files = new RegionFiles(session, sql, snapshot, folder, progress, delivery.rows())) {
            List<RegionExtract> regions = new TreeMap<>(delivery.regions())
                    .entrySet().stream()
                            .map(region -> files.write(
                                    region.getKey(), region.getValue().mailboxes()))
                            .toList();
            ExtractReport report = new ExtractReport(
                    request.target(),
                    snapshot.id(),
                    regions,
                    delivery.leftOut(),
                    delivery.isChecked(),
                    folder.resumed());
            folder.write(LEFT_OUT, leftOut(delivery.leftOut()));
            for (RegionExtract region : regions) {
                folder.write(
                        region.region() + "/" + ExtractManifest.NAME,
                        json.apply(ExtractManifest.fields(request, report, region)) + "\n");
            }
            folder.complete();
            return report;
        } catch (RapportException e) {
            throw told(
                    e,
                    folder.findWaiting()
                            .map(waiting -> " What was finished waits in " + waiting
                                    + "; the same extraction goes on from there.")
                            .orElse(""));
        }
    }

    /** @param more a sentence about what waits, or nothing */
    private static RapportException told(RapportException e, String more) {
        boolean isCanceled = e.code() == RunError.RUN_CANCELED;
        return !isCanceled && more.isEmpty()
                ? e
                : new RapportException(
                        isCanceled ? ExtractError.EXTRACT_CANCELED : e.code(),
                        (isCanceled ? "The extraction was stopped before its end." : e.text()) + more,
                        e);
    }

    private static String leftOut(List<LeftOut> users) {
        StringBuilder csv = new StringBuilder("userId,reason,rows\n");
        users.forEach(user -> csv.append(quoted(user.userId()))
                .append(',')
                .append(user.reason())
                .append(',')
                .append(user.rows())
                .append('\n'));
        return csv.toString();
    }

    private static String quoted(String text) {
        return text.matches("[\\w-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
