package io.rapport.connect.dataconnect;

import io.rapport.connect.ConnectError;
import io.rapport.connect.MapLanding;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.fuzz.Echo;
import io.rapport.core.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Fuzz target: an export file. It is imported whole or refused with a code of ours; nothing that is said about it repeats
 * it; and how much of it is held in memory at once changes nothing.
 */
public final class ExportFuzz {

    private static final Path FILE = file();
    private static final List<String> MAY_BE_SAID = maySay();

    private ExportFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length >= 4 && input[0] == 'P' && input[1] == 'A' && input[2] == 'R' && input[3] == '1') {
            return;
        }
        Files.write(FILE, input);
        for (Dataset dataset : List.of(Datasets.MESSAGE, Datasets.CALENDAR_VIEW, Datasets.USER)) {
            String whole = outcome(dataset, 1 << 20, input);
            String inPieces = outcome(dataset, 256, input);
            if (!inPieces.isEmpty()) {
                Echo.requireSame(inPieces, whole);
            }
        }
    }

    /** What was landed and rejected, or the code of the refusal; empty where a line was too long. */
    private static String outcome(Dataset dataset, int lineBytes, byte[] input) {
        MapLanding landing = new MapLanding();
        List<String> rejects = new ArrayList<>();
        RejectLog log = (imported, file, line, reason) -> {
            Echo.requireNone(reason, input, MAY_BE_SAID);
            rejects.add(line + " " + reason);
        };
        ExportImport exports = new ExportImport(
                landing,
                (file, imported, consumer) -> {
                    throw new AssertionError("this is no Parquet");
                },
                log,
                new ImportLimits(1, lineBytes));
        try {
            exports.run(dataset, List.of(FILE), Progress.NONE);
            require(landing.commits == 1 && landing.openBatches == 0);
            return landing.rows(dataset) + " " + rejects;
        } catch (RapportException refused) {
            require(landing.commits == 0 && landing.openBatches == 0);
            Echo.requireNone(refused.text(), input, MAY_BE_SAID);
            return refused.code() == ConnectError.EXPORT_LINE_TOO_LONG
                    ? ""
                    : refused.code().name();
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("neither all nor nothing");
        }
    }

    private static List<String> maySay() {
        List<String> words = new ArrayList<>(Echo.schemaWords());
        words.add(FILE.toString());
        return List.copyOf(words);
    }

    private static Path file() {
        try {
            return Files.createTempDirectory("rapport-fuzz").resolve("export.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
