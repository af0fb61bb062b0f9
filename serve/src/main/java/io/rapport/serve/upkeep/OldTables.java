package io.rapport.serve.upkeep;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.lake.LakeError;
import io.rapport.serve.home.Home;
import io.rapport.serve.run.Run;
import io.rapport.serve.run.RunLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Deletes the tables of runs that many later ones came after. The runs stay in the log, without tables. Those that pages,
 * exports and segments read stay: the latest ones, and the one that the latest is compared with.
 */
public final class OldTables {

    /** Before the name of a folder that is on its way out: nobody takes half of a run's tables for all of them. */
    private static final String GOING = "_old-";

    private final Home home;
    private final RunLog runs;

    public OldTables(Home home, RunLog runs) {
        this.home = home;
        this.runs = runs;
    }

    /**
     * The runs whose tables {@link #delete} deletes.
     *
     * @param kept how many of the latest runs of each output table keep theirs; at least 1
     */
    public List<Run> find(int kept) {
        List<Run> old = new ArrayList<>();
        for (String output : runs.deliveredOutputs()) {
            List<Run> delivered = runs.delivered(output, Integer.MAX_VALUE);
            Set<String> compared = new HashSet<>();
            runs.deliveredBefore(delivered.get(0).request(), 1).forEach(run -> compared.add(run.id()));
            delivered.stream()
                    .skip(kept)
                    .filter(run -> !compared.contains(run.id()) && Files.isDirectory(folder(run)))
                    .forEach(old::add);
        }
        return old;
    }

    /** Says of how many runs. Broken off, the next call ends it. */
    public int delete(int kept) {
        List<Run> old = find(kept);
        try {
            for (Run run : old) {
                Path folder = folder(run);
                Files.move(folder, folder.resolveSibling(GOING + run.id()), StandardCopyOption.ATOMIC_MOVE);
            }
            for (String output : runs.deliveredOutputs()) {
                deleteGoing(home.output().resolve(output));
            }
        } catch (IOException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED,
                    "The tables of earlier runs under " + home.output()
                            + " can't be deleted. Check that no program holds them, and their owner.",
                    e);
        }
        return old.size();
    }

    private static void deleteGoing(Path output) throws IOException {
        if (!Files.isDirectory(output)) {
            return;
        }
        try (Stream<Path> folders = Files.list(output)) {
            for (Path folder : folders.toList()) {
                if (folder.getFileName().toString().startsWith(GOING)) {
                    FolderTree.delete(folder);
                }
            }
        }
    }

    private Path folder(Run run) {
        return home.output().resolve(run.request().output()).resolve(run.id());
    }
}
