package io.rapport.bench.lake;

import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;
import io.rapport.bench.measure.Place;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.reading.LakeSql;
import io.rapport.lake.retention.Folded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Syncs a mail day by day, and reads all of it now and then beside a fresh lake of the same rows. */
public final class LakeMeasurement {

    /** What a day brings, as a share of what there was at first, in ten thousands. */
    private static final int ADDED = 25;

    private static final int CHANGED = 10;
    private static final int REMOVED = 2;
    private static final int SHARE = 10_000;
    private static final int READINGS = 5;
    private static final double MS = 1e3;
    private static final Instant START = Instant.parse("2025-09-01T03:00:00Z");
    private final Place place;
    private final SyncedMail mail;
    private final int messages;
    private final boolean isCompacting;
    private final Figures figures = new Figures();
    private Instant now = START;

    public LakeMeasurement(Place place, int messages, boolean isCompacting) {
        this.place = place;
        this.messages = messages;
        this.isCompacting = isCompacting;
        this.mail = new SyncedMail(START, messages);
    }

    /** @param looks on which days the lake is read; the last one ends it */
    public Figures run(List<Integer> looks) throws IOException {
        Folded folded = Folded.NOTHING;
        Effort folding = new Effort(0, 0);
        Effort whole = Effort.start();
        try (Lake lake = open(place.home())) {
            land(lake, batch -> mail.addAll(batch));
            for (int day = 1; day <= looks.get(looks.size() - 1); day++) {
                int today = day;
                now = START.plus(Duration.ofDays(day));
                land(lake, batch -> mail.addDay(batch, today, part(ADDED), part(CHANGED), part(REMOVED)));
                if (isCompacting) {
                    Effort start = Effort.start();
                    folded = folded.plus(lake.upkeep().compactWhereDue(Datasets.MESSAGE, Progress.NONE));
                    lake.upkeep().sweep();
                    Effort took = start.sofar();
                    folding = new Effort(
                            folding.processorSeconds() + took.processorSeconds(), folding.seconds() + took.seconds());
                    figures.put(
                            "longest", Math.max(took.seconds(), figures.has("longest") ? figures.value("longest") : 0));
                }
                if (looks.contains(day)) {
                    look(lake, day);
                }
            }
        }
        figures.put("whole", whole.sofar());
        figures.put("folding", folding);
        figures.put("rowsWritten", folded.rowsWritten());
        return figures;
    }

    private int part(int share) {
        return Math.max(1, (int) ((long) messages * share / SHARE));
    }

    private Lake open(Path home) {
        return Lake.open(home, () -> now, place.wholeEngine());
    }

    private void look(Lake lake, int day) throws IOException {
        Path fresh = place.home().resolveSibling("fresh-" + day);
        List<LandedFile> files = lake.snapshot().files();
        figures.put("files." + day, (long) files.size());
        figures.put(
                "changes." + day,
                files.stream()
                        .filter(file -> file.kind() != LandedFile.Kind.BASE)
                        .count());
        figures.put("bytes." + day, files.stream().mapToLong(LandedFile::bytes).sum());
        figures.put("disk." + day, size(place.home().resolve("lake")));
        try (Lake other = open(fresh)) {
            land(other, batch -> mail.addAll(batch));
            figures.put("freshBytes." + day, size(fresh.resolve("lake")));
            read(lake.snapshot(), other.snapshot(), day);
        }
    }

    /** In turns, so that what the machine does meanwhile slows both; the least of some readings of each counts. */
    private void read(Snapshot grown, Snapshot fresh, int day) {
        double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
        long[] rows = {0, 0};
        try (DuckDb engine = DuckDb.open(place.wholeEngine());
                DuckDbSession session = engine.connect()) {
            for (int i = 0; i < READINGS; i++) {
                List<Snapshot> both = Arrays.asList(grown, fresh);
                for (int which = 0; which < 2; which++) {
                    Effort start = Effort.start();
                    rows[which] = session.number("reading", read(LakeSql.select(both.get(which), Datasets.MESSAGE)));
                    least[which] = Math.min(least[which], start.sofar().seconds());
                }
            }
        }
        if (rows[0] != rows[1]) {
            throw new IllegalStateException(
                    "the lake shows " + rows[0] + " rows on day " + day + ", a fresh one " + rows[1]);
        }
        figures.put("rows." + day, rows[0]);
        figures.put("read." + day, least[0] * MS);
        figures.put("fresh." + day, least[1] * MS);
    }

    private static String read(String rows) {
        return "select count(*), max(length(conversationId)), count(distinct puser), max(sentDateTime),"
                + " sum(length(\"from\".emailAddress.address)) from (" + rows + ")";
    }

    private interface Content {
        void addTo(Landing.Batch batch);
    }

    private static void land(Lake lake, Content content) {
        try (Landing.Batch batch = lake.landing("graph/bench").open()) {
            content.addTo(batch);
            batch.commit(List.of());
        }
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
