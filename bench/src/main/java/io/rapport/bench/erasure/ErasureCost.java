package io.rapport.bench.erasure;

import io.rapport.bench.program.FolderCopy;
import io.rapport.bench.program.StartedProgram;
import io.rapport.core.file.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Erasures by the whole program, from its start to the certificate, each on a copy of the same home; in turns, the least of
 * two counts.
 *
 * @param seconds of an erasure of one person, and of many
 */
public record ErasureCost(int people, int messages, int many, double seconds, double secondsOfMany) {

    private static final int TURNS = 2;
    private static final double SECOND = 1e9;

    /** @param folder to work in; empty */
    public static ErasureCost measure(Path program, Path folder, int people, int messages, int many)
            throws IOException, InterruptedException {
        StartedProgram started = new StartedProgram(
                program.toAbsolutePath(),
                Files.createDirectories(folder.resolve("said")).toAbsolutePath());
        ManyMailboxes exports = new ManyMailboxes(
                Files.createDirectories(folder.resolve("exports").toAbsolutePath()), people, messages);
        Path home = folder.resolve("home").toAbsolutePath();
        String unused = started.done(home, "import", "User_v1", exports.users().toString())
                + started.done(home, "import", "Message_v1", exports.mail().toString());
        double one = Double.MAX_VALUE;
        double all = Double.MAX_VALUE;
        for (int turn = 0; turn < TURNS; turn++) {
            one = Math.min(one, erase(started, home, exports.named(1)));
            all = Math.min(all, erase(started, home, exports.named(many)));
        }
        return new ErasureCost(people, messages, many, one, all);
    }

    private static double erase(StartedProgram program, Path home, Path named)
            throws IOException, InterruptedException {
        Path copy = home.resolveSibling("copy");
        FolderCopy.copy(home, copy);
        long begun = System.nanoTime();
        String certificate = program.done(copy, "erase", "--from", named.toString(), "--yes");
        double seconds = (System.nanoTime() - begun) / SECOND;
        if (!certificate.startsWith("Certificate")) {
            throw new IllegalStateException("there is no certificate: " + certificate);
        }
        long unused = FolderTree.delete(copy);
        return seconds;
    }

    public String markdown() {
        return String.join(
                "\n",
                List.of(
                        String.format(
                                Locale.ROOT,
                                "Measured with %d processors, Java %d: %,d messages of %,d people, 1 GB for the process.",
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version().feature(),
                                messages,
                                people),
                        "",
                        "| erased at once | seconds | **times one** |",
                        "|--:|--:|--:|",
                        String.format(Locale.ROOT, "| 1 | %.1f | |", seconds),
                        String.format(
                                Locale.ROOT,
                                "| %,d | %.1f | **%.2f** |",
                                many,
                                secondsOfMany,
                                secondsOfMany / seconds)));
    }
}
