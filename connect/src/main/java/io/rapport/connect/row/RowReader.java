package io.rapport.connect.row;

import io.rapport.connect.row.FieldNames.Field;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON object into a {@link Row} by the dataset's schema. Names are compared without regard to case; what the
 * schema doesn't name is skipped unseen. A list or object may also stand as JSON within a string. The object is always
 * read to its end, also where a column is wrong, so that the reader of the file stays in step. Not thread-safe.
 */
public final class RowReader {

    /** What an object turned out to be. */
    public enum Outcome {
        ROW,
        /** The export's own bookkeeping: a line about a mailbox, no row of it. */
        SUMMARY,
        /** The source says that the object is gone: marked {@code @removed}, and holding little more than its id. */
        REMOVED,
        REJECTED
    }

    private final JsonFactory json;
    private final RowLimits limits;
    private final FieldNames names;
    private final List<Field> fallbacks;
    private final @Nullable Object[] fallbackValues;
    private boolean isSummary;
    private boolean isRemoved;
    private @Nullable String reason;

    public RowReader(JsonFactory json, Dataset dataset, RowLimits limits) {
        this.limits = limits;
        this.json = json;
        this.names = FieldNames.of(dataset.columns(), "");
        this.fallbacks = names.fallbacks();
        this.fallbackValues = new Object[names.size()];
    }

    /**
     * Reads the object whose opening brace the parser has just passed, up to its closing brace.
     *
     * @throws JacksonException where the text is no JSON; the row then holds anything
     */
    public Outcome read(JsonParser parser, Row row) {
        row.clear();
        isSummary = false;
        isRemoved = false;
        reason = null;
        int count = 0;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            Field field = names.find(name);
            JsonToken token = parser.nextToken();
            if (++count > limits.fields()) {
                skipSurplus(parser, "the row", limits.fields(), "fields");
                continue;
            }
            if (field == null) {
                if (token.isStructStart()) {
                    skip(parser, name);
                }
                continue;
            }
            Object value = value(parser, token, field);
            if (field.index() >= 0) {
                row.set(field.index(), value);
            }
            if (field.fallbackFor() >= 0) {
                fallbackValues[field.fallbackFor()] = value;
            }
        }
        fillFallbacks(row);
        if (isSummary) {
            return Outcome.SUMMARY;
        }
        if (isRemoved) {
            return Outcome.REMOVED;
        }
        return reason == null ? Outcome.ROW : Outcome.REJECTED;
    }

    /** Why the last object was rejected: names the column, never a value. */
    public String reason() {
        return Objects.requireNonNull(reason, "the last object was not rejected");
    }

    private void fillFallbacks(Row row) {
        for (int i = 0; i < fallbacks.size(); i++) {
            int column = fallbacks.get(i).fallbackFor();
            if (isAbsent(row.value(column))) {
                row.set(column, fallbackValues[column]);
            }
            fallbackValues[column] = null;
        }
    }

    private void skip(JsonParser parser, String name) {
        if (parser.currentToken() == JsonToken.START_OBJECT && name.equalsIgnoreCase("rowinformation")) {
            readRowInformation(parser);
        } else {
            isRemoved |= name.equals("@removed");
            parser.skipChildren();
        }
    }

    private void readRowInformation(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_TRUE
                    && (name.equalsIgnoreCase("isUserSummaryRow") || name.equalsIgnoreCase("userReturnedNoData"))) {
                isSummary = true;
            }
            parser.skipChildren();
        }
    }

    private @Nullable Object value(JsonParser parser, JsonToken token, Field field) {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (field.shape()) {
            case TEXT -> token == JsonToken.VALUE_STRING ? parser.getString() : unexpected(parser, token, field);
            case FLAG -> token.isBoolean() ? token == JsonToken.VALUE_TRUE : unexpected(parser, token, field);
            case LIST ->
                token == JsonToken.START_ARRAY
                        ? list(parser, field, Objects.requireNonNull(field.element()))
                        : unexpected(parser, token, field);
            case STRUCT ->
                token == JsonToken.START_OBJECT
                        ? struct(parser, field, Objects.requireNonNull(field.fields()))
                        : unexpected(parser, token, field);
        };
    }

    private List<@Nullable Object> list(JsonParser parser, Field field, Field element) {
        List<@Nullable Object> values = new ArrayList<>(4);
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (values.size() == limits.entries()) {
                skipSurplus(parser, "column " + field.path(), limits.entries(), "entries");
            } else {
                values.add(value(parser, token, element));
            }
        }
        return values;
    }

    private @Nullable Object[] struct(JsonParser parser, Field owner, FieldNames fields) {
        @Nullable Object[] values = new Object[fields.size()];
        int count = 0;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            Field field = fields.find(name);
            JsonToken token = parser.nextToken();
            if (++count > limits.fields()) {
                skipSurplus(parser, "column " + owner.path(), limits.fields(), "fields");
            } else if (field == null) {
                parser.skipChildren();
            } else if (field.index() >= 0) {
                values[field.index()] = value(parser, token, field);
            }
        }
        return values;
    }

    private @Nullable Object unexpected(JsonParser parser, JsonToken token, Field field) {
        if (token == JsonToken.VALUE_STRING && field.shape() != Field.Shape.TEXT) {
            return fromText(parser.getString(), field);
        }
        parser.skipChildren();
        return reject(field, words(token));
    }

    /** Some exports write lists, objects and flags as text; blank text is absent. */
    private @Nullable Object fromText(String text, Field field) {
        if (text.isBlank()) {
            return null;
        }
        if (field.shape() == Field.Shape.FLAG) {
            boolean isTrue = text.strip().equalsIgnoreCase("true");
            return isTrue || text.strip().equalsIgnoreCase("false") ? isTrue : reject(field, "other text");
        }
        try (JsonParser nested = json.createParser(ObjectReadContext.empty(), text)) {
            JsonToken token = nested.nextToken();
            if (token != JsonToken.START_ARRAY && token != JsonToken.START_OBJECT && token != JsonToken.VALUE_NULL) {
                return reject(field, "text that is no JSON");
            }
            Object value = value(nested, token, field);
            return nested.nextToken() == null ? value : reject(field, "text that is no JSON");
        } catch (StreamConstraintsException beyondLimit) {
            return rejectRow("column " + field.path() + ", which is JSON in text, " + limits.reason(beyondLimit));
        } catch (JacksonException notJson) {
            return reject(field, "text that is no JSON");
        }
    }

    private void skipSurplus(JsonParser parser, String what, int limit, String things) {
        parser.skipChildren();
        if (reason == null) {
            rejectRow(String.format(Locale.ROOT, "%s has more than %,d %s, which is the limit", what, limit, things));
        }
    }

    private @Nullable Object reject(Field field, String found) {
        return rejectRow("column " + field.path() + " holds " + found + ", not " + field.shape().words);
    }

    private @Nullable Object rejectRow(String why) {
        if (reason == null) {
            reason = why;
        }
        return null;
    }

    private static boolean isAbsent(@Nullable Object value) {
        return value == null || (value instanceof String text && text.isBlank());
    }

    private static String words(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> Field.Shape.STRUCT.words;
            case START_ARRAY -> Field.Shape.LIST.words;
            case VALUE_TRUE, VALUE_FALSE -> Field.Shape.FLAG.words;
            case VALUE_STRING -> Field.Shape.TEXT.words;
            default -> "a number";
        };
    }
}
