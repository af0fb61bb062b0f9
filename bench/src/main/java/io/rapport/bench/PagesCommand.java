package io.rapport.bench;

import io.rapport.bench.pages.Latencies;
import io.rapport.bench.pages.OpenLoop;
import io.rapport.bench.pages.PageRounds;
import io.rapport.bench.pages.PagesReport;
import io.rapport.bench.pages.PagesRun;
import io.rapport.bench.pages.ProcessorTime;
import io.rapport.bench.pages.QuietRounds;
import io.rapport.bench.pages.ServedProgram;
import io.rapport.bench.pages.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the server's pages on the demonstration's data, and prints what it found as Markdown. */
@Command(
        name = "pages",
        header = "Measure the server: its start, its memory, and how long each page takes under load.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Pages are asked for at a steady rate, whatever the answers do; a time counts from when it should have"
                    + " been asked. First while nothing else runs, each page by itself; then, on a new home, all in turn"
                    + " while the first syncs run."
        },
        footer = {
            "",
            "Examples:",
            "  rapport bench pages",
            "  rapport bench pages --rate 100 --page / --page /connections --write"
        })
final class PagesCommand implements Callable<Integer> {

    private static final String SECTION = "pages";
    private static final Pattern JOB = Pattern.compile("href=\"(/jobs/[^\"]+)\"");
    private static final Pattern CARD = Pattern.compile("href=\"(/customers/[^\"]+)\"");
    private static final Pattern RESULT = Pattern.compile("href=\"(/enrichment/[^\"?/]+)\"");
    /** What is not there while the first syncs run. */
    private static final Pattern LATER = Pattern.compile("/(jobs|customers|enrichment)/.+");

    private static final Pattern DONE = Pattern.compile("<span class=\"state ok\">Successful</span>");
    private static final Pattern RUNNING = Pattern.compile("<span class=\"state busy\">");
    private static final int JOBS_OF_THE_DEMONSTRATION = 3;
    private static final double PERCENT = 100;
    private static final int MOST_ATTEMPTS = 3;
    /** As long as a new process takes until what it does is compiled. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    @Option(
            names = "--program",
            paramLabel = "JAR",
            defaultValue = "serve/target/rapport.jar",
            description = "The built program. Default: serve/target/rapport.jar.")
    private Path program = Path.of("");

    @Option(names = "--rate", paramLabel = "N", defaultValue = "50", description = "Requests a second. Default: 50.")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How long each page is asked for in a round. Default: 20.")
    private int seconds;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often all is measured; the middle one counts. Default: 3.")
    private int rounds;

    @Option(
            names = "--stolen",
            paramLabel = "PERCENT",
            defaultValue = "2",
            description = {
                "A round is taken again, up to three times, of which the host gave more than this share to others'",
                "machines. Default: 2."
            })
    private double stolen;

    @Option(names = "--people", paramLabel = "N", defaultValue = "150", description = "Employees. Default: 150.")
    private int people;

    @Option(
            names = "--tenant-port",
            paramLabel = "PORT",
            defaultValue = "18365",
            description = "The first of the made-up tenant's three. Default: 18365.")
    private int tenantPort;

    @Option(
            names = "--slow",
            paramLabel = "MS",
            defaultValue = "0",
            description = "Say at once which answers took longer, warming up included. Default: none.")
    private int slow;

    @Option(
            names = "--page",
            paramLabel = "PATH",
            description = "A page to ask for; may be repeated. Default: each of the server's.")
    private List<String> pages = new ArrayList<>(List.of(
            "/",
            "/customers",
            "/customers?q=a&sort=emails&way=desc",
            "/enrichment",
            "/datasets",
            "/datasets/Message_v1",
            "/datasets/Message_v1/extract",
            "/contact-activity",
            "/collaboration",
            "/segments",
            "/digests",
            "/approvals",
            "/connections",
            "/connections/outlook-mail-metadata",
            "/connections/new/outlook-mail-metadata",
            "/system/status",
            "/system/access-log",
            "/system/settings"));

    @Mixin
    private Workbench bench = new Workbench();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(program)) {
            throw new IOException(program.toAbsolutePath() + " is not there. Build it: ./rapport --version.");
        }
        try (WorkFolder work = bench.open()) {
            Path home = work.path().resolve("home");
            QuietRounds taken = new QuietRounds(stolen / PERCENT, MOST_ATTEMPTS, ProcessorTime::now);
            Map<String, PageRounds> quiet = measureQuiet(home, taken);
            bench.say("Starting a server on the same home, and leaving it alone");
            double start;
            long idle;
            try (ServedProgram server = ServedProgram.start(program, words("serve", home))) {
                start = server.secondsToAnswer();
                Thread.sleep(IDLE.toMillis());
                idle = server.findResidentBytes().orElse(-1);
            }
            Map<String, PageRounds> busy = new LinkedHashMap<>();
            for (int round = 1; round <= rounds; round++) {
                Path homes = work.path().resolve("busy-" + round);
                taken.take(attempt -> measureBusy(homes.resolve("home-" + attempt)))
                        .forEach((page, one) -> rounds(busy, page).add(one));
            }
            PagesRun run = new PagesRun(start, idle, rate, rounds, taken.worst(), quiet, busy);
            bench.report(SECTION, new PagesReport(run).markdown());
            return 0;
        }
    }

    private static PageRounds rounds(Map<String, PageRounds> found, String page) {
        return found.computeIfAbsent(page, any -> new PageRounds());
    }

    private Map<String, PageRounds> measureQuiet(Path home, QuietRounds taken)
            throws IOException, InterruptedException {
        bench.say("Starting the demonstration, and waiting for its syncs and its enrichment");
        try (ServedProgram demo = ServedProgram.start(program, demo(home))) {
            Visitor visitor = Visitor.signIn(demo.url());
            while (!isDone(visitor)) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
            addFirst(JOB, visitor.page("/system/status"));
            addFirst(CARD, visitor.page("/customers"));
            addFirst(RESULT, visitor.page("/enrichment"));
            OpenLoop loop = new OpenLoop(visitor, rate, this::sayIfSlow);
            var unused = loop.run(pages, during(WARM_UP));
            Map<String, PageRounds> found = new LinkedHashMap<>();
            for (int round = 1; round <= rounds; round++) {
                for (String page : pages) {
                    bench.say("Asking for " + page);
                    taken.take(attempt -> loop.run(List.of(page), during(Duration.ofSeconds(seconds))))
                            .forEach((asked, one) -> rounds(found, asked).add(one));
                }
            }
            return found;
        }
    }

    /** Customers are there once the enrichment has run, which is the last of the jobs. */
    private static boolean isDone(Visitor visitor) throws IOException, InterruptedException {
        String status = visitor.page("/system/status");
        return count(DONE, status) >= JOBS_OF_THE_DEMONSTRATION
                && count(RUNNING, status) == 0
                && count(CARD, visitor.page("/customers")) > 0;
    }

    /** A page that is not there before the enrichment has run. */
    private void addFirst(Pattern link, String page) {
        Matcher found = link.matcher(page);
        if (found.find()) {
            pages.add(found.group(1));
        }
    }

    /** Until the syncs are over, at most as long as the pages took by themselves. */
    private Map<String, Latencies> measureBusy(Path home) throws IOException, InterruptedException {
        bench.say("Starting the demonstration anew, and asking for all pages while its first syncs run");
        try (ServedProgram demo = ServedProgram.start(program, demo(home))) {
            Visitor visitor = Visitor.signIn(demo.url());
            List<String> there = pages.stream()
                    .filter(page -> !LATER.matcher(page).matches())
                    .toList();
            Map<String, Latencies> found = new LinkedHashMap<>();
            there.forEach(page -> found.put(page, new Latencies()));
            OpenLoop loop = new OpenLoop(visitor, rate, this::sayIfSlow);
            var unused = loop.run(there, during(WARM_UP));
            long end = System.nanoTime()
                    + Duration.ofSeconds((long) seconds * pages.size()).toNanos();
            while (System.nanoTime() < end && count(RUNNING, visitor.page("/system/status")) > 0) {
                loop.run(there, during(Duration.ofSeconds(2)))
                        .forEach((page, more) -> found.computeIfAbsent(page, any -> new Latencies())
                                .addAll(more));
            }
            return found;
        }
    }

    private void sayIfSlow(String page, Duration took) {
        if (slow > 0 && took.toMillis() > slow) {
            bench.say(page + " took " + took.toMillis() + " ms, until " + Instant.now());
        }
    }

    private static java.util.function.BooleanSupplier during(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return () -> System.nanoTime() < end;
    }

    private List<String> demo(Path home) {
        List<String> words = words("demo", home);
        words.addAll(List.of("--people", "" + people, "--tenant-port", "" + tenantPort));
        return words;
    }

    private static List<String> words(String command, Path home) {
        return new ArrayList<>(List.of(command, "--home", home.toString(), "--port", "0"));
    }

    private static long count(Pattern pattern, String page) {
        return pattern.matcher(page).results().count();
    }
}
