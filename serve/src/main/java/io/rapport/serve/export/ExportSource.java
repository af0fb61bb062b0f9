package io.rapport.serve.export;

import io.rapport.core.error.RapportException;
import io.rapport.model.duckdb.account.AccountExport;
import io.rapport.model.duckdb.account.AccountOrder;
import io.rapport.model.duckdb.account.AccountQuery;
import io.rapport.model.duckdb.export.ExportTable;
import io.rapport.model.run.OutputTable;
import io.rapport.model.spec.NearestName;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.segment.ReadyMade;
import io.rapport.serve.segment.Segment;
import io.rapport.serve.segment.Segments;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what can be exported: the tables of the latest run of an output, and segments of it. Thread-safe. */
public final class ExportSource {

    private static final int LONGEST_NAME = 60;
    /** Every member comes, whatever these say. */
    private static final int ANY = 1;

    private final ServedRuns runs;
    private final Segments segments;

    public ExportSource(ServedRuns runs, Segments segments) {
        this.runs = runs;
        this.segments = segments;
    }

    /**
     * What is exported at once.
     *
     * @param name of the whole, for people
     * @param run whose rows they are
     */
    public record Found(String name, ServedRun run, List<ExportTable> tables) {

        public Found {
            tables = List.copyOf(tables);
        }
    }

    /** The latest run of an output table; empty where none was delivered. */
    public Optional<ServedRun> findRun(String output) {
        return runs.findLatest(output);
    }

    /** One table of a run. */
    public static ExportTable table(ServedRun run, OutputTable table) {
        return ExportTable.of(table, run.output(), run.tables().file(table));
    }

    /** The tables of a run, those that are for administrators too or not. */
    static List<ExportTable> tables(ServedRun run, boolean isComplete) {
        return Arrays.stream(OutputTable.values())
                .filter(table -> isComplete || table == OutputTable.ENGAGEMENT || table == OutputTable.SCORE)
                .map(table -> table(run, table))
                .toList();
    }

    /** Those members of a segment of whom a list is, in its order. */
    public static ExportTable members(ServedRun run, Segment segment, AccountQuery list) {
        return AccountExport.members(fileName(segment), run.tables(), list.with(segment.rule()), run.asOf());
    }

    /** Who joined a segment since the run before, and left it; empty where there was none. */
    public Optional<ExportTable> findChanges(ServedRun run, Segment segment) {
        return runs.findEarlier(run.run().request())
                .map(earlier -> AccountExport.changes(
                        fileName(segment) + "-changes",
                        run.tables(),
                        run.asOf(),
                        earlier.tables(),
                        earlier.asOf(),
                        segment.rule()));
    }

    /**
     * What a name on the command line means: an output table with all four of its tables, else a segment, by its name or by
     * the word of a ready-made one.
     *
     * @param enrichment the output table whose ready-made segment it is; empty for the first one
     * @throws RapportException {@link ExportError#EXPORT_UNKNOWN}
     */
    public Found require(String name, String enrichment) {
        Optional<ServedRun> run = enrichment.isEmpty() ? runs.findLatest(name) : Optional.empty();
        if (run.isPresent()) {
            return new Found(run.get().run().request().enrichment(), run.get(), tables(run.get(), true));
        }
        Segment segment = findSegment(name, enrichment).orElseThrow(() -> unknown(name, enrichment));
        ServedRun of = runs.findLatest(segment.output())
                .orElseThrow(() -> new RapportException(
                        ExportError.EXPORT_UNKNOWN,
                        "The segment " + segment.name() + " is of the output " + segment.output()
                                + ", of which there are no tables at the moment. Run the enrichment."));
        return new Found(
                segment.name(),
                of,
                List.of(members(of, segment, new AccountQuery("", null, AccountOrder.SCORE, true, 0, ANY))));
    }

    private Optional<Segment> findSegment(String name, String enrichment) {
        Optional<ReadyMade> made = Arrays.stream(ReadyMade.values())
                .filter(known ->
                        known.id().equalsIgnoreCase(name) || known.title().equalsIgnoreCase(name))
                .findFirst();
        if (made.isPresent()) {
            return Optional.of(enrichment)
                    .filter(said -> !said.isEmpty())
                    .or(() -> runs.outputs().stream().findFirst())
                    .map(made.get()::of);
        }
        return segments.list().stream()
                .filter(own ->
                        own.name().equalsIgnoreCase(name.strip()) || own.id().equals(name))
                .filter(own -> enrichment.isEmpty() || own.output().equals(enrichment))
                .findFirst();
    }

    private RapportException unknown(String name, String enrichment) {
        List<String> known = new ArrayList<>(enrichment.isEmpty() ? runs.outputs() : List.of());
        Arrays.stream(ReadyMade.values()).forEach(made -> known.add(made.id()));
        segments.list().forEach(own -> known.add(own.name()));
        return new RapportException(
                ExportError.EXPORT_UNKNOWN,
                "There is no output table with rows and no segment “" + name + "”"
                        + (enrichment.isEmpty() ? "" : " of " + enrichment) + "." + NearestName.question(name, known)
                        + " There are " + String.join(", ", known) + ".");
    }

    /** Of letters that every file system takes. */
    static String fileName(Segment segment) {
        String plain = Normalizer.normalize(segment.name(), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
        return cut.isEmpty() ? "segment" : "segment-" + cut;
    }
}
