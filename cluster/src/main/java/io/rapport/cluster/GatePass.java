package io.rapport.cluster;

import io.rapport.connect.dataconnect.ImportLimits;
import io.rapport.connect.row.RowReader;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.lake.privacy.LineBuffer;
import io.rapport.lake.privacy.PrivacyGate;
import io.rapport.lake.privacy.SuppressionList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Takes text of exports through the reader of rows and the privacy gate that landing on one machine uses: what comes out
 * holds the schema's columns in their normal form, and nothing else. Runs on workers, once per task; a task that is run
 * again gives the same rows.
 */
final class GatePass implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1;

    /**
     * Of what comes out: the row as JSON or null where it was rejected; a hash of its key; its file's number, its piece's
     * beginning and its number among the task's rows, by which the later of two rows is known; why it was rejected.
     */
    static final StructType SCHEMA = new StructType()
            .add("line", "string")
            .add("_key", "long")
            .add("_file", "int")
            .add("_position", "long")
            .add("_n", "long")
            .add("_reject", "string");

    private final String dataset;
    private final Map<String, Integer> files;
    private final SuppressionList erased;

    /**
     * @param files numbers of files, under every name by which Spark may call them
     * @param erased whose rows and addresses must not pass
     */
    GatePass(Dataset dataset, Map<String, Integer> files, SuppressionList erased) {
        this.erased = erased;
        this.dataset = dataset.name();
        this.files = Map.copyOf(files);
    }

    @Override
    public Iterator<Row> call(Iterator<Row> texts) {
        return new Passed(Datasets.find(dataset).orElseThrow(), texts);
    }

    private final class Passed implements Iterator<Row> {

        private final Iterator<Row> texts;
        private final ImportLimits limits = ImportLimits.DEFAULT;
        private final JsonFactory json = JsonFactory.builder()
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .streamReadConstraints(limits.row().constraints(limits.lineBytes()))
                .build();
        private final RowReader reader;
        private final PrivacyGate gate;
        private final io.rapport.core.landing.Row row;
        private final LineBuffer line = new LineBuffer();
        private final Queue<Row> ready = new ArrayDeque<>();
        private long count;

        Passed(Dataset dataset, Iterator<Row> texts) {
            this.texts = texts;
            this.reader = new RowReader(json, dataset, limits.row());
            this.gate = new PrivacyGate(dataset, erased.suppression());
            this.row = new io.rapport.core.landing.Row(dataset);
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && texts.hasNext()) {
                Row text = texts.next();
                read((byte[]) text.get(0), number(text.getString(1)), text.getLong(2));
            }
            return !ready.isEmpty();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private void read(byte @Nullable [] text, int file, long position) {
            int from = text == null ? 0 : beginning(text);
            if (text == null || from == text.length) {
                return;
            }
            if (text.length > limits.lineBytes()) {
                reject("is longer than " + limits.lineBytes() + " bytes, which is the limit", file, position);
                return;
            }
            try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text, from, text.length - from)) {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token != JsonToken.START_OBJECT) {
                        reject("is no JSON object", file, position);
                        return;
                    }
                    take(reader.read(parser, row), file, position);
                }
            } catch (JacksonException bad) {
                reject(limits.row().reason(bad), file, position);
            }
        }

        private void take(RowReader.Outcome outcome, int file, long position) {
            switch (outcome) {
                case ROW -> pass(file, position);
                case REJECTED -> reject(reader.reason(), file, position);
                case REMOVED -> reject("says that the object is gone, which exports don't", file, position);
                case SUMMARY -> {}
            }
        }

        private void pass(int file, long position) {
            if (gate.isErased(row)) {
                return;
            }
            java.util.Optional<String> refusal = gate.pass(row, count, line);
            if (refusal.isPresent()) {
                reject(refusal.get(), file, position);
            } else {
                ready.add(RowFactory.create(text(), gate.keyHash(), file, position, count++, null));
            }
        }

        private void reject(String why, int file, long position) {
            ready.add(RowFactory.create(null, 0L, file, position, count++, why));
        }

        private String text() {
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream(line.length());
                line.drainTo(bytes);
                return bytes.toString(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private int number(String file) {
        Integer number = files.get(file);
        if (number == null) {
            throw new IllegalStateException("a file came up that nobody named");
        }
        return number;
    }

    /** Where the text begins behind a byte order mark and blanks; its length where there is none. */
    private static int beginning(byte[] text) {
        int at = text.length > 2 && (text[0] & 0xff) == 0xef && (text[1] & 0xff) == 0xbb && (text[2] & 0xff) == 0xbf
                ? 3
                : 0;
        while (at < text.length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n')) {
            at++;
        }
        return at;
    }
}
