package io.rapport.model.contract;

import io.rapport.connect.dataconnect.ExportImport;
import io.rapport.connect.dataconnect.ImportLimits;
import io.rapport.connect.dataconnect.RejectLog;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.Parameters;
import io.rapport.model.engine.Session;
import io.rapport.model.report.Collaboration;
import io.rapport.model.report.CollaborationReport;
import io.rapport.model.report.CollaborationRequest;
import io.rapport.model.report.DepartmentMemory.RecordedDepartment;
import io.rapport.model.sql.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A report on collaboration as the product makes it: exports land in a lake of its own, and the models run over it. */
public final class LandedOffice {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PEOPLE = "select c.user_id, w.week_start, p.department, p.sent_count, p.received_count,"
            + " p.bulk_count, p.outside_millionths, p.after_hours_millionths, p.reply_double_seconds,"
            + " p.network_inside_count, p.network_outside_count, p.meeting_count, p.meeting_seconds, p.added_count,"
            + " p.created_count, p.modified_count, p.deleted_count from colleague_week as p"
            + " inner join colleague as c on c.colleague_number = p.colleague_number"
            + " inner join report_week as w on w.week_number = p.week_number order by c.user_id, w.week_start";

    private final Path folder;
    private final LandedEnrichment.Engines engines;

    /** @param folder an empty folder */
    public LandedOffice(Path folder, LandedEnrichment.Engines engines) {
        this.folder = folder;
        this.engines = engines;
    }

    /**
     * What was published, and what it was made of.
     *
     * @param people rows of user, week's Monday, department, then the metrics of one person
     */
    public record Answer(Collaboration published, List<List<@Nullable Object>> people) {}

    /** @param datasets rows by dataset */
    public Answer answer(
            Map<String, List<Map<String, @Nullable Object>>> datasets,
            CollaborationRequest request,
            List<RecordedDepartment> recorded) {
        try {
            Path home = Files.createTempDirectory(folder, "office");
            DuckDbSettings settings = new DuckDbSettings(256L << 20, 2, home.resolve("tmp"));
            try (Lake lake = Lake.open(home, () -> NOW, settings)) {
                for (Dataset dataset : Datasets.all()) {
                    land(lake, dataset, datasets.getOrDefault(dataset.name(), List.of()), home);
                }
                List<List<@Nullable Object>> people = new ArrayList<>();
                Engine engine = new Watched(new PromiseKeeper(engines.of(settings, home)), people);
                Path inputs = Files.createDirectories(home.resolve("inputs"));
                return new Answer(
                        new CollaborationReport(engine, (today, month) -> recorded)
                                .run(request, lake.snapshot(), inputs),
                        people);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void land(Lake lake, Dataset dataset, List<Map<String, @Nullable Object>> rows, Path home)
            throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        Path export = Files.write(
                home.resolve(dataset + ".json"),
                rows.stream().map(JSON::writeValueAsString).toList());
        new ExportImport(
                        lake.landing(),
                        (file, of, consumer) -> {
                            throw new IllegalStateException("no Parquet here");
                        },
                        RejectLog.NONE,
                        new ImportLimits(0, 16 << 20))
                .run(dataset, List.of(export), Progress.NONE);
    }

    /** Takes down people's weeks, which no report gives away. */
    private record Watched(Engine engine, List<List<@Nullable Object>> people) implements Engine {

        @Override
        public Session open(Snapshot snapshot, Parameters parameters) {
            return new WatchedSession(engine.open(snapshot, parameters), people);
        }

        @Override
        public String name() {
            return engine.name();
        }
    }

    private record WatchedSession(Session session, List<List<@Nullable Object>> people) implements Session {

        @Override
        public void build(Model model) {
            session.build(model);
            if (model.name().equals("colleague_week")) {
                people.addAll(session.rows(PEOPLE));
            }
        }

        @Override
        public void land(io.rapport.model.engine.LandedRelation relation) {
            session.land(relation);
        }

        @Override
        public void load(io.rapport.model.engine.RunInput input, Path lines) {
            session.load(input, lines);
        }

        @Override
        public List<List<@Nullable Object>> rows(String select) {
            return session.rows(select);
        }

        @Override
        public void write(String select, Path file, io.rapport.model.engine.Format format) {
            session.write(select, file, format);
        }

        @Override
        public void cancel() {
            session.cancel();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
