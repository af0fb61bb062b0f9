package io.rapport.bench.kills;

import io.rapport.core.file.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills a process again and again, each time on a home of its own: mostly after the first thing that it wrote, at any moment
 * until its usual end; one in ten at any moment before. For one thread.
 */
final class Campaign {

    private static final long LOOK_MILLIS = 3;
    private static final int BEFORE_ANYTHING = 10;
    private static final int MOST_SAID = 300;

    private final Launcher launcher;
    private final Path folder;
    private final Random random;
    private long usual;
    private long work;

    /** @param folder where trials lie; those that found a fault stay there */
    Campaign(Launcher launcher, Path folder, Random random) {
        this.launcher = launcher;
        this.folder = folder;
        this.random = random;
    }

    /** What became of a process: whether it ended by itself, and whether anything was written before. */
    private record Killed(boolean isOver, boolean hasWritten) {}

    StageResult run(Stage stage, int kills) throws IOException, InterruptedException {
        stage.prepare();
        Path calm = place(stage, "calm");
        time(stage, calm);
        String expected = stage.result(calm);
        int untouched = 0;
        int midst = 0;
        int done = 0;
        List<String> faults = new ArrayList<>();
        for (int kill = 1; kill <= kills; kill++) {
            Path place = place(stage, "kill-" + kill);
            Killed killed = kill(stage, place);
            boolean isDone = killed.isOver();
            try {
                isDone |= stage.look(place, calm);
                end(stage, place, isDone);
                requireSame(expected, stage.result(place));
                long unused = FolderTree.delete(place);
            } catch (Fault fault) {
                faults.add(stage.name() + ", kill " + kill + ": " + fault.getMessage() + ".");
            }
            untouched += killed.hasWritten() ? 0 : 1;
            midst += killed.hasWritten() && !isDone ? 1 : 0;
            done += killed.hasWritten() && isDone ? 1 : 0;
        }
        return new StageResult(stage.name(), untouched, midst, done, usual, work, faults);
    }

    private Path place(Stage stage, String name) throws IOException, InterruptedException {
        Path place = Files.createDirectories(folder.resolve(stage.name()).resolve(name));
        stage.lay(place);
        return place;
    }

    private void time(Stage stage, Path calm) throws IOException, InterruptedException {
        Map<String, String> before = Trees.written(calm);
        long begun = System.nanoTime();
        Process process = launcher.start(stage.home(calm), stage.words(calm));
        awaitWriting(process, calm, before);
        long wrote = System.nanoTime();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(stage.name() + " ends with " + process.exitValue() + " undisturbed");
        }
        usual = millis(begun);
        work = Math.max(1, millis(wrote));
    }

    private Killed kill(Stage stage, Path place) throws IOException, InterruptedException {
        Map<String, String> before = Trees.written(place);
        Process process = launcher.start(stage.home(place), stage.words(place));
        boolean isOver;
        if (random.nextInt(BEFORE_ANYTHING) == 0) {
            isOver = process.waitFor(random.nextLong(Math.max(1, usual - work)), TimeUnit.MILLISECONDS);
        } else {
            awaitWriting(process, place, before);
            long wrote = System.nanoTime();
            isOver = process.waitFor(random.nextLong(work), TimeUnit.MILLISECONDS);
            if (isOver) {
                work = Math.max(1, Math.min(work, millis(wrote)));
            }
        }
        process.destroyForcibly().waitFor();
        return new Killed(isOver, !Trees.written(place).equals(before));
    }

    private static void awaitWriting(Process process, Path place, Map<String, String> before)
            throws InterruptedException {
        boolean isOver = false;
        while (!isOver && Trees.written(place).equals(before)) {
            isOver = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** The next command cleans up, whichever it is. */
    private void end(Stage stage, Path place, boolean isDone) throws IOException, InterruptedException {
        int code = launcher.start(stage.home(place), isDone ? stage.anyWords() : stage.words(place))
                .waitFor();
        if (code != 0) {
            throw new Fault("the next command ends with " + code);
        }
    }

    /** Says what differs, a little of it: all of it is made up. */
    private static void requireSame(String expected, String result) {
        if (!result.equals(expected)) {
            throw new Fault("in the end it is not what it is undisturbed: it lacks [" + without(expected, result)
                    + "] and has [" + without(result, expected) + "]");
        }
    }

    private static String without(String one, String other) {
        List<String> parts = new ArrayList<>(List.of(one.split("\n|, ", -1)));
        List.of(other.split("\n|, ", -1)).forEach(parts::remove);
        String rest = String.join("; ", parts);
        return rest.length() <= MOST_SAID ? rest : rest.substring(0, MOST_SAID) + "…";
    }

    private static long millis(long since) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }
}
