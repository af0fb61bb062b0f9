package io.rapport.connect.dataconnect;

import io.rapport.connect.row.RowReader;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.ParquetLines;
import io.rapport.core.landing.Row;
import io.rapport.core.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** One import under way: reads file after file and hands each row to the batch. Not thread-safe. */
final class ImportReading {

    /** Rows between two reports of progress. */
    private static final int REPORT_EVERY = 2_048;

    private final Dataset dataset;
    private final Landing.Batch batch;
    private final JsonFactory json;
    private final ParquetLines parquet;
    private final ImportLimits limits;
    private final Progress progress;
    private final long bytes;
    private final RowReader reader;
    private final Row row;
    private final Rejects rejects;
    private long bytesDone;
    private long rows;

    ImportReading(
            Dataset dataset,
            Landing.Batch batch,
            JsonFactory json,
            ParquetLines parquet,
            ImportLimits limits,
            RejectLog rejectLog,
            Progress progress,
            long bytes) {
        this.dataset = dataset;
        this.batch = batch;
        this.json = json;
        this.parquet = parquet;
        this.limits = limits;
        this.progress = progress;
        this.bytes = bytes;
        this.reader = new RowReader(json, dataset, limits.row());
        this.row = new Row(dataset);
        this.rejects = new Rejects(dataset, rejectLog);
    }

    /** Rows so far, rejected ones included. */
    long rows() {
        return rows;
    }

    Rejects rejects() {
        return rejects;
    }

    /** Hands the file's rows to the batch; returns their number. */
    long read(ExportFile file) {
        long before = rows;
        switch (file.format()) {
            case JSON -> readJson(file);
            case PARQUET -> readParquet(file);
        }
        bytesDone += file.bytes();
        report(0);
        return rows - before;
    }

    /** Hands the rows of a text to the batch that rests in no file. */
    void read(InputStream text, Path name) {
        try {
            new JsonObjects(json, reader, row, name, text, limits, new FileSink(name, () -> 0)).read();
        } catch (IOException e) {
            throw ExportFile.notReadable(name, e);
        }
    }

    private void readJson(ExportFile file) {
        try (ExportText text = ExportText.open(file.path(), limits)) {
            FileSink sink = new FileSink(file.path(), text::bytesRead);
            new JsonObjects(json, reader, row, file.path(), text, limits, sink).read();
        } catch (IOException e) {
            throw ExportFile.notReadable(file.path(), e);
        }
    }

    private void readParquet(ExportFile file) {
        FileSink sink = new FileSink(file.path(), () -> 0);
        parquet.read(file.path(), dataset, (line, number) -> readLine(line, sink, number));
    }

    private void readLine(String line, FileSink sink, long number) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                sink.reject(number, "is no JSON object");
                return;
            }
            switch (reader.read(parser, row)) {
                case ROW -> sink.row(row, number);
                case REJECTED -> sink.reject(number, reader.reason());
                case REMOVED -> sink.reject(number, JsonObjects.GONE);
                case SUMMARY -> {}
            }
        } catch (JacksonException bad) {
            sink.reject(number, limits.row().reason(bad));
        }
    }

    private void report(long bytesOfFile) {
        progress.report(
                String.format(Locale.ROOT, "Importing %s: %,d rows", dataset.name(), rows),
                bytesDone + bytesOfFile,
                bytes);
    }

    /** Counts the rows of one file and hands them on. */
    private final class FileSink implements JsonObjects.Sink {

        private final Path file;
        private final LongSupplier bytesRead;

        FileSink(Path file, LongSupplier bytesRead) {
            this.file = file;
            this.bytesRead = bytesRead;
        }

        @Override
        public void row(Row taken, long line) {
            count();
            batch.add(taken).ifPresent(reason -> rejects.add(file, line, reason));
        }

        @Override
        public void reject(long line, String reason) {
            count();
            rejects.add(file, line, reason);
        }

        private void count() {
            if (++rows % REPORT_EVERY == 0) {
                report(bytesRead.getAsLong());
            }
        }
    }
}
