package io.rapport.cluster;

import io.rapport.core.error.RapportException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words behind the jar on {@code spark-submit}'s line. */
@Command(
        name = "rapport-cluster.jar",
        header = "Run an enrichment on a Spark cluster, over exports where they lie or a copy of a home's lake.",
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  spark-submit --class io.rapport.cluster.Main rapport-cluster.jar \\",
            "    abfss://data@contoso.dfs.core.windows.net/engagement.yaml \\",
            "    --exports abfss://data@contoso.dfs.core.windows.net/exports \\",
            "    --out abfss://data@contoso.dfs.core.windows.net/runs/2026-10-31",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong use, 3 bad data."
        })
final class ClusterWords {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SPEC.yaml",
            description = "What to count: a file of the driver, or a URI. Paths in it are relative to it.")
    private @Nullable String spec;

    @Parameters(index = "1..*", arity = "0..*", hidden = true)
    private List<String> surplus = new ArrayList<>();

    @Option(
            names = "--exports",
            paramLabel = "URI",
            description =
                    "A folder with a folder for each dataset, named as it: Message_v1, User_v1, … May be repeated.")
    private List<String> exports = new ArrayList<>();

    @Option(
            names = "--skip",
            paramLabel = "NAME",
            description = "A folder or file in --exports that is no dataset of Rapport's. May be repeated.")
    private List<String> skipped = new ArrayList<>();

    @Option(
            names = "--lake",
            paramLabel = "URI",
            description = "In place of --exports: a copy of a home's lake folder.")
    private @Nullable String lake;

    @Option(
            names = "--snapshot",
            paramLabel = "FILE",
            description = "Which of its files count, as rapport snapshot wrote it; a file of the driver or a URI.")
    private @Nullable String snapshot;

    @Option(names = "--out", paramLabel = "URI", description = "Where the tables shall lie; must not be there yet.")
    private @Nullable String out;

    @Option(
            names = "--work",
            paramLabel = "URI",
            description = "A folder for what is built, seen by all workers; emptied at the end. Default: beside --out.")
    private @Nullable String work;

    @Option(
            names = "--suppressions",
            paramLabel = "FILE",
            description =
                    "Who was erased from the home, as rapport suppressions wrote it; a file of the driver or a URI.")
    private @Nullable String suppressions;

    @Option(
            names = "--public-domains",
            paramLabel = "FILE",
            description = "The home's public-mail-domains.txt, where it has one; a file of the driver or a URI.")
    private @Nullable String publicDomains;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Last day that counts. Default: the spec's, else today.")
    private @Nullable String asOf;

    private @Nullable LocalDate day;

    @Option(
            names = "--driver-rows",
            paramLabel = "COUNT",
            defaultValue = "10000",
            description = "Tables of up to so many rows stay with the driver. Default: 10000.")
    private int driverRows;

    @Option(names = "--help", description = "Show this text.")
    private boolean help;

    /** @throws RapportException {@link ClusterError#CLUSTER_ARGUMENT}, listing everything that is wrong */
    static ClusterWords parse(List<String> words) {
        ClusterWords parsed = new ClusterWords();
        List<String> problems = new ArrayList<>();
        CommandLine line = new CommandLine(parsed).setUnmatchedArgumentsAllowed(true);
        try {
            line.parseArgs(words.toArray(String[]::new));
            line.getUnmatchedArguments().stream()
                    .filter(word -> word.startsWith("-"))
                    .forEach(word -> problems.add("there is no option " + word.replaceFirst("=.*", "")));
        } catch (CommandLine.ParameterException wrong) {
            problems.add(String.valueOf(wrong.getMessage()));
        }
        if (!parsed.help) {
            parsed.check(problems);
        }
        if (!problems.isEmpty()) {
            throw new RapportException(
                    ClusterError.CLUSTER_ARGUMENT,
                    "The words can't be followed: " + String.join("; ", problems) + ". All options: --help.");
        }
        return parsed;
    }

    static String usage() {
        return new CommandLine(new ClusterWords()).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private void check(List<String> problems) {
        if (spec == null) {
            problems.add("the spec is missing");
        }
        if (!surplus.isEmpty()) {
            problems.add("there is one spec, and " + surplus.size() + " more words follow it");
        }
        checkInput(problems);
        if (out == null) {
            problems.add("--out is missing");
        }
        if (driverRows < 0) {
            problems.add("--driver-rows is " + driverRows + "; the least is 0");
        }
        if (asOf != null) {
            try {
                day = LocalDate.parse(asOf);
            } catch (DateTimeException notADate) {
                problems.add("--as-of is no date such as 2026-10-31");
            }
        }
    }

    private void checkInput(List<String> problems) {
        if (lake == null && snapshot == null) {
            if (exports.isEmpty()) {
                problems.add("--exports is missing, or --lake and --snapshot in its place");
            }
            return;
        }
        if (lake == null) {
            problems.add("--snapshot lists files of a --lake, which is missing");
        }
        if (snapshot == null) {
            problems.add("--lake needs with --snapshot the list of its files");
        }
        if (!exports.isEmpty() || !skipped.isEmpty()) {
            problems.add("a run reads --exports or a --lake: take one of them out, --skip with the exports");
        }
    }

    boolean isHelp() {
        return help;
    }

    String spec() {
        return required(spec);
    }

    List<String> exports() {
        return List.copyOf(exports);
    }

    List<String> skipped() {
        return List.copyOf(skipped);
    }

    Optional<String> findLake() {
        return Optional.ofNullable(lake);
    }

    /** There, where a lake is. */
    String snapshot() {
        return required(snapshot);
    }

    String out() {
        return required(out);
    }

    Optional<String> findWork() {
        return Optional.ofNullable(work);
    }

    Optional<String> findSuppressions() {
        return Optional.ofNullable(suppressions);
    }

    Optional<String> findPublicDomains() {
        return Optional.ofNullable(publicDomains);
    }

    Optional<LocalDate> findAsOf() {
        return Optional.ofNullable(day);
    }

    int driverRows() {
        return driverRows;
    }

    private static String required(@Nullable String value) {
        return java.util.Objects.requireNonNull(value, "checked before");
    }
}
