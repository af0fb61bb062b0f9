package io.rapport.bench;

import io.rapport.bench.measure.JavaOptions;
import io.rapport.bench.pages.ServedProgram;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast a table leaves over the API, and prints what it found as Markdown. */
@Command(
        name = "tables",
        header = "Measure how fast an output table is exported over the API.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Enriches a made-up company on a home, serves it, and asks for the engagement table as a program does: whole, in",
            "each format, one after the other. Whoever asks shares the processors."
        },
        footer = {"", "Examples:", "  rapport bench tables", "  rapport bench tables --accounts 5000 --write"})
final class TablesCommand implements Callable<Integer> {

    private static final String SECTION = "tables";
    private static final double SECOND = 1e9;
    private static final int BUFFER = 1 << 16;
    private static final int WARM_UP = 4;
    private static final Map<String, String> FORMATS = formats();

    @Option(
            names = "--program",
            paramLabel = "JAR",
            defaultValue = "serve/target/rapport.jar",
            description = "The built program. Default: serve/target/rapport.jar.")
    private Path program = Path.of("");

    @Option(names = "--accounts", paramLabel = "N", defaultValue = "5000", description = "Customers. Default: 5000.")
    private int accounts;

    @Option(names = "--times", paramLabel = "N", defaultValue = "7", description = "How often each. Default: 7.")
    private int times;

    @Mixin
    private Workbench bench = new Workbench();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(program)) {
            throw new IOException(program.toAbsolutePath() + " is not there. Build it: ./rapport --version.");
        }
        try (WorkFolder work = bench.open()) {
            String home = work.path().resolve("home").toString();
            bench.say("Enriching a company with " + accounts + " customers");
            run("demo", "--tables", "--people", "150", "--accounts", Integer.toString(accounts), "--home", home);
            String key = run("api-keys", "create", "--name", "bench", "--role", "contributor", "--home", home);
            try (ServedProgram server =
                    ServedProgram.start(program, new ArrayList<>(List.of("serve", "--home", home, "--port", "0")))) {
                bench.report(SECTION, measure(server.url(), key));
            }
        }
        return 0;
    }

    private String measure(URI url, String key) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        long rows = 0;
        for (Map.Entry<String, String> format : FORMATS.entrySet()) {
            bench.say("Asking for " + format.getKey());
            List<Double> seconds = new ArrayList<>();
            Counted counted = new Counted(0, 0);
            for (int i = 1 - WARM_UP; i <= times; i++) {
                long begun = System.nanoTime();
                counted = ask(url, key, format.getValue(), i == times && rows == 0);
                // The first ones compile what the others run, on both sides.
                if (i > 0) {
                    seconds.add((System.nanoTime() - begun) / SECOND);
                }
            }
            // CSV comes first: its lines are the rows, and the head.
            rows = rows == 0 ? counted.lines() : rows;
            Collections.sort(seconds);
            double median = seconds.get(seconds.size() / 2);
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | **%,.0f** | %.2f | %.2f | %.0f |",
                    format.getKey(),
                    (rows - 1) / median,
                    median,
                    seconds.get(seconds.size() - 1),
                    counted.bytes() / 1e6 / median));
        }
        return Report.machine() + "\n\n| " + String.format(Locale.ROOT, "%,d", rows - 1)
                + " rows | **rows/s** | median, s | most, s | MB/s |\n|---|--:|--:|--:|--:|\n"
                + String.join("\n", lines);
    }

    /** What came. */
    private record Counted(long bytes, long lines) {}

    /** @param isCounted whether lines are counted; whoever asks has the same processors and shall take little of them */
    private static Counted ask(URI url, String key, String type, boolean isCounted) throws IOException {
        HttpURLConnection asked = (HttpURLConnection) url.resolve("/api/v1/enrichments/Office/tables/engagement")
                .toURL()
                .openConnection();
        asked.setRequestProperty("Authorization", "Bearer " + key);
        asked.setRequestProperty("Accept", type);
        if (asked.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("the table was answered with " + asked.getResponseCode());
        }
        long bytes = 0;
        long lines = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = asked.getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                for (int i = 0; isCounted && i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return new Counted(bytes, lines);
    }

    /** What a command prints, in a process of its own. */
    private String run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        command.addAll(JavaOptions.COLLECTOR);
        command.addAll(List.of("-jar", program.toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("rapport " + words[0] + " ended with " + process.exitValue() + ".");
        }
        return out.strip();
    }

    private static Map<String, String> formats() {
        Map<String, String> formats = new LinkedHashMap<>();
        formats.put("CSV", "text/csv");
        formats.put("JSON lines", "application/jsonl");
        formats.put("Parquet", "application/vnd.apache.parquet");
        return formats;
    }
}
