package io.rapport.serve.cli;

import io.rapport.connect.dataconnect.ExportImport;
import io.rapport.connect.dataconnect.ImportLimits;
import io.rapport.connect.dataconnect.ImportSummary;
import io.rapport.core.dataset.Dataset;
import io.rapport.lake.Lake;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.FileImport;
import io.rapport.serve.dataset.RejectFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Imports the files of one round; the lake is opened with the first of them. One reject file per dataset. */
final class SyncImports implements FileImport, AutoCloseable {

    private final Session session;
    private final Map<Dataset, RejectFile> rejects = new LinkedHashMap<>();
    private final ProgressView progress;
    private @Nullable Lake lake;
    private @Nullable ParquetOnDemand parquet;

    SyncImports(Session session) {
        this.session = session;
        this.progress = session.progress();
    }

    @Override
    public ImportSummary run(Connection connection, Dataset dataset, Path file) {
        Lake opened = lake;
        if (opened == null) {
            opened = session.openLake();
            lake = opened;
        }
        ParquetOnDemand reader = parquet;
        if (reader == null) {
            reader = session.openParquet();
            parquet = reader;
        }
        RejectFile log = rejects.computeIfAbsent(
                dataset,
                named -> new RejectFile(
                        session.home().rejects(), session.instants().instant(), named.name()));
        return new ExportImport(opened.landing(connection.source()), reader, log, ImportLimits.DEFAULT)
                .run(dataset, List.of(file), progress);
    }

    /** The reject files of this round. */
    List<Path> rejects() {
        return rejects.values().stream()
                .map(RejectFile::findPath)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void close() {
        progress.close();
        rejects.values().forEach(RejectFile::close);
        if (parquet != null) {
            parquet.close();
        }
        if (lake != null) {
            lake.close();
        }
    }
}
