package io.rapport.model.engine;

import io.rapport.model.sql.Model;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run's work on an engine. Every relation that is landed, loaded or built can be read by name afterwards. Used by
 * one thread; only {@link #cancel} may come from another.
 */
public interface Session extends AutoCloseable {

    /** Makes a dataset of the snapshot readable under a relation's name, with its columns. */
    void land(LandedRelation relation);

    /** Makes an input of the run readable; the file holds one JSON object a line. */
    void load(RunInput input, Path lines);

    /** Builds a model; models build in the order of their list. */
    void build(Model model);

    /** The rows of a small result, in order; values are String, Long, Double, Boolean, LocalDate or null; decimals come as Double. */
    List<List<@Nullable Object>> rows(String select);

    /** Writes a result to one new file, in the order of the select. */
    void write(String select, Path file, Format format);

    /** Stops what is being done; the thread that does it fails with {@code RUN_CANCELED}. */
    void cancel();

    @Override
    void close();
}
