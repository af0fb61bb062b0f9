package io.rapport.serve.cli;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.lake.Lake;
import io.rapport.lake.retention.Folded;
import io.rapport.serve.api.client.ServerApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Folds the lake's files together. */
@Command(
        name = "compact",
        header = "Fold the lake's change files into base files, so that reading stays quick.",
        sortOptions = false,
        description = {
            "Everybody sees the same rows before and after, and may read and land meanwhile. Files that were replaced are",
            "deleted a day later, for those who are reading them. A server does this every night, where it is worth it."
        },
        footer = {"", "Examples:", "  rapport compact", "  rapport compact Message_v1"})
final class CompactCommand implements Task, ServedTask {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DATASET",
            description = "One dataset, for example Message_v1. Default: all.")
    private @Nullable String name;

    @Override
    public void run(Session session) {
        List<Dataset> datasets = name == null ? Datasets.all() : List.of(NamedDataset.of(name));
        session.requireHomeInUse();
        Map<Dataset, Folded> done = new LinkedHashMap<>();
        try (Lake lake = session.openLake();
                ProgressView progress = session.progress()) {
            for (Dataset dataset : datasets) {
                Folded folded = lake.upkeep().compact(dataset, progress);
                if (folded.filesBefore() > 0) {
                    done.put(dataset, folded);
                }
            }
        }
        show(session.console(), done);
    }

    @Override
    public void run(Session session, ServerApi server) {
        Map<String, String> asked = name == null
                ? Map.of()
                : Map.of("dataset", NamedDataset.of(name).name());
        ServedJob.show(session, server, server.post("/compaction", asked));
    }

    private static void show(Console console, Map<Dataset, Folded> done) {
        if (console.isJson()) {
            List<Map<String, Object>> datasets = new ArrayList<>();
            done.forEach((dataset, folded) -> datasets.add(fields(dataset, folded)));
            console.json(Map.of("datasets", datasets));
            return;
        }
        done.forEach((dataset, folded) -> console.line(dataset + ": " + Words.many(folded.filesBefore(), "file")
                + " folded into " + Words.count(folded.filesAfter()) + ", " + Words.size(folded.bytesBefore())
                + " into " + Words.size(folded.bytesAfter())));
        if (done.isEmpty()) {
            console.line("There is nothing to fold.");
        } else {
            console.note("The files that were replaced are deleted in a day.");
        }
    }

    private static Map<String, Object> fields(Dataset dataset, Folded folded) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dataset", dataset.name());
        fields.put("filesBefore", folded.filesBefore());
        fields.put("filesAfter", folded.filesAfter());
        fields.put("bytesBefore", folded.bytesBefore());
        fields.put("bytesAfter", folded.bytesAfter());
        return fields;
    }
}
