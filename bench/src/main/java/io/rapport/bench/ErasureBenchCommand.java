package io.rapport.bench;

import io.rapport.bench.erasure.ErasureCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the erasure of many people beside that of one, and prints both as Markdown. */
@Command(
        name = "erasure",
        header = "Measure the erasure of 1,000 people beside that of one.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "The built program erases, on copies of one home, from its start to the certificate: the look at every file is in",
            "the figures."
        },
        footer = {"", "Examples:", "  rapport bench erasure", "  rapport bench erasure --messages 1000000 --write"})
final class ErasureBenchCommand implements Callable<Integer> {

    private static final String SECTION = "erasure";

    @Option(names = "--messages", paramLabel = "N", defaultValue = "200000", description = "Default: 200000.")
    private int messages;

    @Option(names = "--people", paramLabel = "N", defaultValue = "5000", description = "Mailboxes. Default: 5000.")
    private int people;

    @Option(names = "--erased", paramLabel = "N", defaultValue = "1000", description = "At once. Default: 1000.")
    private int many;

    @Option(
            names = "--program",
            paramLabel = "JAR",
            defaultValue = "serve/target/rapport.jar",
            description = "The built program. Default: serve/target/rapport.jar.")
    private Path program = Path.of("");

    @Mixin
    private Workbench bench = new Workbench();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(program)) {
            throw new IOException(program.toAbsolutePath() + " is not there. Build it: ./rapport --version.");
        }
        try (WorkFolder work = bench.open()) {
            bench.say("Importing, then erasing 1 and " + many + " in turns");
            bench.report(
                    SECTION,
                    ErasureCost.measure(program, work.path(), people, messages, many)
                            .markdown());
        }
        return 0;
    }
}
