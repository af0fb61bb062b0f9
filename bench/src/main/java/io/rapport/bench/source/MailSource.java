package io.rapport.bench.source;

import io.rapport.core.dataset.Dataset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A company's exports, made while they are read: no file of them ever lies on a disk. The same seed, the same rows. */
public interface MailSource {

    /** The datasets that it has, in the order in which they are to be imported. */
    List<Dataset> datasets();

    /** A dataset's export from its first row on, as JSON lines. */
    GeneratedText open(Dataset dataset);

    /** The last day with mail. */
    LocalDate lastDay();

    /** Writes the spec of an enrichment, and beside it the files that the spec names; returns the spec. */
    Path writeSpec(Path folder);
}
