package io.rapport.connect.dataconnect;

import io.rapport.connect.row.RowLimits;
import io.rapport.connect.row.RowReader;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.fuzz.Echo;
import io.rapport.core.landing.Row;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Fuzz target: one JSON object as a row of every dataset. The reader ends where the object ends, or says that it is no JSON. */
public final class RowFuzz {

    private static final JsonFactory JSON = new JsonFactory();

    private static final List<String> WORDS = Echo.schemaWords();

    private RowFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Datasets.all().forEach(dataset -> read(dataset, input));
    }

    private static void read(Dataset dataset, byte[] input) {
        RowReader reader = new RowReader(JSON, dataset, RowLimits.DEFAULT);
        Row row = new Row(dataset);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), input)) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                RowReader.Outcome outcome = reader.read(parser, row);
                if (parser.currentToken() != JsonToken.END_OBJECT
                        || !parser.streamReadContext().inRoot()) {
                    throw new AssertionError("the reader did not stop at the object's end");
                }
                if (outcome == RowReader.Outcome.REJECTED) {
                    Echo.requireNone(reader.reason(), input, WORDS);
                }
            }
        } catch (JacksonException notJson) {
            // The one that callers know.
        }
    }
}
