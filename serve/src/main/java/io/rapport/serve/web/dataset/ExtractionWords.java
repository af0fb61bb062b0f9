package io.rapport.serve.web.dataset;

import io.rapport.model.extract.ExtractManifest;
import io.rapport.model.extract.ExtractWords;
import io.rapport.model.extract.ExtractedFile;
import io.rapport.model.extract.RegionExtract;
import io.rapport.serve.dataset.Extraction;
import io.rapport.serve.dataset.KeptExtractions;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.JobState;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.run.RunState;
import io.rapport.serve.web.Say;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/** Extractions, in the reader's words. */
public final class ExtractionWords {

    private final KeptExtractions kept;
    private final Jobs jobs;
    private final InstantSource instants;

    public ExtractionWords(KeptExtractions kept, Jobs jobs, InstantSource instants) {
        this.kept = kept;
        this.jobs = jobs;
        this.instants = instants;
    }

    /** Past and present ones of a dataset, the latest first. */
    List<ExtractionView.Line> lines(String dataset, boolean maySeePersonal) {
        return kept.log().list().stream()
                .filter(one -> one.dataset().equals(dataset) && (maySeePersonal || !one.isPersonal()))
                .map(this::line)
                .toList();
    }

    private ExtractionView.Line line(Extraction one) {
        ExtractionView.Pane pane = pane(one);
        Long rows = one.rows();
        return new ExtractionView.Line(
                one.isKept() ? "By " + one.requestedBy() : "On the command line",
                one.isKept() ? "/extractions/" + one.id() : "",
                pane.state(),
                pane.colour(),
                rows == null ? "" : Say.count(rows),
                Say.ago(one.startedAt(), instants.instant()),
                one.isKept() ? asked(one) : "in " + one.folder());
    }

    private String asked(Extraction one) {
        return kept.findWords(one).map(ExtractionWords::range).orElse("");
    }

    ExtractionView view(Extraction one, boolean isAdministrator) {
        boolean isThere = isThere(one);
        ExtractionView.Pane pane = pane(one);
        String href = "/extractions/" + one.id();
        return new ExtractionView(
                one.id(),
                one.dataset(),
                pane,
                facts(one),
                isThere
                        ? kept.place().regions(one.id()).stream()
                                .map(region -> region(href, region))
                                .toList()
                        : List.of(),
                isThere && isAdministrator ? href + "/left-out.csv" : "",
                isThere ? href + "/files.zip" : "",
                kept.findWords(one).map(ExtractionWords::again).orElse(""),
                pane.isOver() && one.removedAt() == null ? href + "/delete" : "");
    }

    /** Whether all of it is there and noted. */
    boolean isThere(Extraction one) {
        return one.state().isDelivered()
                && one.removedAt() == null
                && kept.place().isComplete(one.id());
    }

    /** The job knows best, as long as there is one: its process may have died, and the next one not have begun. */
    ExtractionView.Pane pane(Extraction one) {
        Instant now = instants.instant();
        Optional<Job> open = one.isKept() ? jobs.findOpen(JobKind.EXTRACTION, one.id()) : Optional.empty();
        if (open.isPresent()) {
            return open(one, open.get(), now);
        }
        Optional<Job> last = one.isKept() ? jobs.findLast(JobKind.EXTRACTION, one.id()) : Optional.empty();
        RunState state = last.filter(job -> !one.state().isDelivered())
                .map(job -> ended(job.state(), one.state()))
                .orElse(one.state());
        Instant finished = one.finishedAt();
        String timing = Say.ago(one.startedAt(), now)
                + (finished == null ? "" : ", took " + Say.duration(Duration.between(one.startedAt(), finished)));
        boolean isRemoved = one.removedAt() != null;
        return new ExtractionView.Pane(
                one.id(),
                isRemoved ? "Deleted" : state.words(),
                isRemoved ? "waiting" : colour(state),
                timing,
                "",
                -1,
                "",
                isRemoved
                        ? "Its files are deleted."
                        : state.isDelivered()
                                ? ""
                                : last.flatMap(Job::findErrorText).orElse(""),
                true);
    }

    private static ExtractionView.Pane open(Extraction one, Job job, Instant now) {
        boolean isQueued = job.state() == JobState.QUEUED;
        return new ExtractionView.Pane(
                one.id(),
                job.state().word(),
                isQueued ? "waiting" : "busy",
                "asked for " + Say.ago(job.requestedAt(), now),
                isQueued ? "Waiting for its turn" : job.task(),
                job.total() > 0 ? (int) Math.min(100, job.done() * 100 / job.total()) : -1,
                job.total() > 0 ? Say.count(job.done()) + " of " + Say.count(job.total()) + " rows" : "",
                "",
                false);
    }

    private static RunState ended(JobState job, RunState noted) {
        return switch (job) {
            case CANCELED -> RunState.CANCELED;
            case FAILED -> RunState.FAILED;
            case QUEUED, RUNNING, SUCCESSFUL -> noted;
        };
    }

    private static String colour(RunState state) {
        return switch (state) {
            case SUCCESSFUL -> "ok";
            case REFRESHING -> "busy";
            case FAILED -> "loss";
            case COMPLETED_WITH_WARNINGS, CANCELED, SKIPPED, INTERRUPTED -> "attention";
        };
    }

    private List<ExtractionView.Fact> facts(Extraction one) {
        List<ExtractionView.Fact> facts = new ArrayList<>();
        Long rows = one.rows();
        if (rows != null) {
            facts.add(new ExtractionView.Fact("Rows", Say.count(rows)));
        }
        kept.findWords(one).ifPresent(words -> facts.addAll(facts(words)));
        facts.add(new ExtractionView.Fact("Snapshot", "commit " + one.snapshot() + " of the lake"));
        facts.add(new ExtractionView.Fact("Approval", one.approval()));
        facts.add(new ExtractionView.Fact("By", String.valueOf(one.requestedBy())));
        return facts;
    }

    private static List<ExtractionView.Fact> facts(ExtractWords words) {
        List<ExtractionView.Fact> facts = new ArrayList<>();
        facts.add(new ExtractionView.Fact("Range", range(words)));
        facts.add(new ExtractionView.Fact("Columns", String.join(", ", words.columns())));
        if (!words.groups().isEmpty()) {
            facts.add(new ExtractionView.Fact("Members of", String.join(", ", words.groups())));
        }
        String filter = words.userFilter();
        if (filter != null) {
            facts.add(new ExtractionView.Fact("Users", filter));
        }
        return facts;
    }

    private static String range(ExtractWords words) {
        String from = words.from();
        String to = words.to();
        return from == null && to == null
                ? "all rows"
                : (from == null ? "" : "from " + from + " ") + (to == null ? "" : "until before " + to);
    }

    /** Address of the form, filled in with this. */
    public static String again(ExtractWords words) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/datasets/{name}/extract").queryParam("sent", "1");
        List<String> values = new ArrayList<>(List.of(words.dataset().name()));
        words.columns().forEach(column -> add(address, values, "column", column));
        add(address, values, "from", words.from());
        add(address, values, "to", words.to());
        add(address, values, "date", words.dateColumn());
        add(address, values, "groups", String.join(" ", words.groups()));
        add(address, values, "filter", words.userFilter());
        add(address, values, "region", words.region());
        add(address, values, "tenant-region", words.tenantRegion());
        add(address, values, "format", words.format());
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static void add(
            UriComponentsBuilder address,
            List<String> values,
            String name,
            @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isEmpty()) {
            address.queryParam(name, "{v" + values.size() + "}");
            values.add(value);
        }
    }

    private static ExtractionView.Region region(String href, RegionExtract region) {
        String below = href + "/files/" + region.region() + "/";
        List<ExtractionView.File> files = new ArrayList<>();
        region.files().forEach(file -> files.add(file(below, file)));
        files.add(new ExtractionView.File(ExtractManifest.NAME, below + ExtractManifest.NAME, "", "", ""));
        return new ExtractionView.Region(
                ExtractWording.regionName(region.region()),
                region.region(),
                Say.count(region.rows(), "row", "rows")
                        + (region.mailboxes() == 0
                                ? ""
                                : " of " + Say.count(region.mailboxes(), "mailbox", "mailboxes")),
                files);
    }

    private static ExtractionView.File file(String below, ExtractedFile file) {
        return new ExtractionView.File(
                file.name(), below + file.name(), Say.count(file.rows()), Say.bytes(file.bytes()), file.sha256());
    }
}
