package io.rapport.serve.connection;

import io.rapport.connect.dataconnect.ImportSummary;
import io.rapport.core.dataset.Dataset;
import java.nio.file.Path;

/** Imports one file, all of it or nothing. */
@FunctionalInterface
public interface FileImport {

    /** @throws io.rapport.core.error.RapportException where nothing was imported */
    ImportSummary run(Connection connection, Dataset dataset, Path file);
}
