package io.rapport.bench;

import io.rapport.bench.measure.Effort;
import io.rapport.model.input.CustomerFiles;
import io.rapport.model.input.CustomerMapping;
import io.rapport.model.input.CustomerReading;
import io.rapport.model.input.CustomerVerdict;
import io.rapport.model.input.MappingGuess;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how long the preview of a mapping takes, and prints what it found as Markdown. */
@Command(
        name = "profiles",
        header = "Measure how long the preview of customer profiles takes.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes two files of customers, one in a hundred rows broken, and does what the page does that shows them:",
            "guesses the mapping, then reads all of both files and counts what matches. What the server adds is not in it."
        },
        footer = {"", "Examples:", "  rapport bench profiles", "  rapport bench profiles --megabytes 50 --write"})
final class ProfilesCommand implements Callable<Integer> {

    private static final String SECTION = "profiles";
    private static final int ACCOUNTS = 100_000;

    @Option(names = "--megabytes", paramLabel = "N", description = "Size of the file of contacts. Default: 200.")
    private int megabytes = 200;

    @Option(names = "--times", paramLabel = "N", description = "How often it is previewed. Default: 9.")
    private int times = 9;

    @Mixin
    private Workbench bench = new Workbench();

    @Override
    public Integer call() throws IOException {
        try (WorkFolder work = bench.open()) {
            bench.say("Writing " + megabytes + " MB of contacts");
            CustomerFiles files = CustomerFiles.at(accounts(work.path()), contacts(work.path()));
            List<Double> guesses = new ArrayList<>();
            List<Double> previews = new ArrayList<>();
            List<Double> processor = new ArrayList<>();
            CustomerVerdict verdict = null;
            bench.say("Previewing");
            for (int i = 0; i < times; i++) {
                Effort effort = Effort.start();
                long begin = System.nanoTime();
                MappingGuess guess = MappingGuess.of(files, CustomerMapping.NONE);
                long guessed = System.nanoTime();
                verdict = CustomerReading.look(files, guess.mapping()).verdict();
                guesses.add((guessed - begin) / 1e9);
                previews.add((System.nanoTime() - begin) / 1e9);
                processor.add(effort.sofar().processorSeconds());
            }
            bench.report(
                    SECTION, markdown(files, java.util.Objects.requireNonNull(verdict), guesses, previews, processor));
        }
        return 0;
    }

    private String markdown(
            CustomerFiles files,
            CustomerVerdict verdict,
            List<Double> guesses,
            List<Double> previews,
            List<Double> processor)
            throws IOException {
        return String.format(
                Locale.ROOT,
                "Measured with %d processors, Java %d: %,d accounts (%.0f MB), %,d contacts (%.0f MB), %,d broken rows; %d"
                        + " times, one after the other.%n%n| seconds | first | median | most |%n|---|--:|--:|--:|%n%s%n%s%n%s",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                verdict.accounts(),
                Files.size(files.accounts()) / 1e6,
                verdict.contactRows(),
                Files.size(files.contacts()) / 1e6,
                verdict.broken(),
                times,
                row("guess of the mapping", guesses),
                row("**guess and preview**", previews),
                row("of the processor, Java's compilers included", processor));
    }

    private static String row(String what, List<Double> seconds) {
        List<Double> sorted = new ArrayList<>(seconds);
        Collections.sort(sorted);
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f |",
                what,
                seconds.get(0),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() - 1));
    }

    private static Path accounts(Path folder) throws IOException {
        Path file = folder.resolve("accounts.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("AccountId,Name,ParentId\n");
            for (int i = 0; i < ACCOUNTS; i++) {
                out.write(account(i) + ",Customer number " + i + "," + (i % 9 == 0 ? account(i / 9) : "") + "\n");
            }
        }
        return file;
    }

    private Path contacts(Path folder) throws IOException {
        Path file = folder.resolve("contacts.csv");
        long bytes = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("ContactId,AccountId,First name,Last name,EmailAddress,Phone,City\n");
            for (long i = 0; bytes < megabytes * 1_000_000L; i++) {
                String row = i % 100 == 99
                        ? "broken," + i + "\n"
                        : "c-" + i + "," + account((int) (i * 31 % (ACCOUNTS + ACCOUNTS / 10))) + ",Ana,Person" + i
                                + ",ana.person" + i + "@customer" + i % 5_000 + ".example,+49 151 " + (10_000_000 + i)
                                + ",Lindau\n";
                out.write(row);
                bytes += row.length();
            }
        }
        return file;
    }

    private static String account(int number) {
        return String.format(Locale.ROOT, "A-%07d", number);
    }
}
