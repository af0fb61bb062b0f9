package io.rapport.lake.privacy;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.fuzz.Echo;
import io.rapport.core.landing.Row;
import io.rapport.core.time.InstantText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Fuzz target: values at the privacy gate. The input's lines are the values of a row of every dataset, one after another; a
 * line that begins with {@code [} or an opening brace stands for a list or an object where none belongs, {@code ?} for a flag. What comes
 * out is one line of JSON with columns of the schema, or a reason that repeats no value.
 */
public final class GateFuzz {

    private static final JsonFactory JSON = new JsonFactory();
    private static final LineBuffer OUT = new LineBuffer();
    private static final LineBuffer OTHER = new LineBuffer();
    private static final List<Door> DOORS =
            Datasets.all().stream().map(Door::new).toList();

    /** A dataset with its gate. */
    private record Door(Dataset dataset, PrivacyGate gate, Set<String> names) {
        Door(Dataset dataset) {
            this(
                    dataset,
                    new PrivacyGate(dataset),
                    dataset.columns().stream().map(Column::name).collect(Collectors.toUnmodifiableSet()));
        }
    }

    private final String[] lines;
    private int next;

    private GateFuzz(byte[] input) {
        lines = new String(input, StandardCharsets.UTF_8).split("\n", -1);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        for (String line : new GateFuzz(input).lines) {
            compareInstants(line);
        }
        for (Door door : DOORS) {
            Dataset dataset = door.dataset();
            GateFuzz values = new GateFuzz(input);
            Row row = new Row(dataset);
            for (int i = 0; i < dataset.columns().size(); i++) {
                Column column = dataset.columns().get(i);
                if (!column.isDerived()) {
                    row.set(i, values.value(column.type()));
                }
            }
            OUT.truncate(0);
            Optional<String> refusal = door.gate().pass(row, 1, OUT);
            if (refusal.isPresent()) {
                Echo.requireNone(refusal.get(), input, door.names());
                require(OUT.length() == 0);
            } else {
                requireOneLine(door.names(), OUT);
            }
        }
    }

    private @Nullable Object value(ColumnType type) {
        String line = lines[next++ % lines.length];
        if (line.isEmpty()) {
            return null;
        }
        if (line.equals("?")) {
            return true;
        }
        boolean isList = type instanceof ColumnType.ListOf ^ line.startsWith("[");
        boolean isStruct = type instanceof ColumnType.Struct ^ line.startsWith("{");
        if (isList) {
            List<@Nullable Object> list = new ArrayList<>();
            ColumnType element = type instanceof ColumnType.ListOf known ? known.element() : type;
            for (int i = line.length() % 4; i > 0; i--) {
                list.add(type instanceof ColumnType.ListOf ? value(element) : line);
            }
            return list;
        }
        if (isStruct) {
            return type instanceof ColumnType.Struct struct
                    ? struct.fields().stream().map(field -> value(field.type())).toArray()
                    : new @Nullable Object[] {line};
        }
        return line;
    }

    /** The gate's own quick reading of instants says what the thorough one says. */
    private static void compareInstants(String text) {
        LineBuffer quick = OUT;
        LineBuffer thorough = OTHER;
        quick.truncate(0);
        thorough.truncate(0);
        @Nullable String failed = null;
        try {
            InstantWriter.write((Object) text, quick);
        } catch (UnreadableValue unreadable) {
            failed = unreadable.why();
        }
        try {
            InstantWriter.write(InstantText.parse(text), thorough);
            require(failed == null);
        } catch (DateTimeException notATime) {
            require(failed != null);
        }
        require(text(quick).equals(text(thorough)));
    }

    private static void requireOneLine(Set<String> names, LineBuffer out) {
        String line = text(out);
        require(line.indexOf('\n') == line.length() - 1);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                require(name.equals(PrivacyGate.SEQUENCE) || names.contains(name));
                parser.nextToken();
                parser.skipChildren();
            }
            require(parser.nextToken() == null);
        }
    }

    private static String text(LineBuffer buffer) {
        return new String(buffer.bytes(), 0, buffer.length(), StandardCharsets.UTF_8);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("the gate let something out of shape");
        }
    }
}
