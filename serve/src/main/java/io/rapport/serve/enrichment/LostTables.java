package io.rapport.serve.enrichment;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.model.run.RunError;
import io.rapport.serve.home.Home;
import io.rapport.serve.run.RunLog;
import java.io.IOException;
import java.nio.file.Path;

/** Tables that runs wrote whose process was killed: nobody reads them, and they hold what the run read of people. */
final class LostTables {

    private LostTables() {}

    /** @throws RapportException {@link RunError#RUN_FILE} */
    static void sweep(Home home, RunLog runs, String output) {
        Path folder = home.output().resolve(output);
        for (String run : runs.listLost(output)) {
            try {
                // Half of them, or all of a run that was not recorded as finished.
                long unused = FolderTree.delete(folder.resolve("_" + run)) + FolderTree.delete(folder.resolve(run));
            } catch (IOException e) {
                throw new RapportException(
                        RunError.RUN_FILE,
                        "What a run left that was killed can't be deleted from " + folder + ". Check its owner.",
                        e);
            }
        }
    }
}
