package io.rapport.serve.dataset;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.ColumnType.ListOf;
import io.rapport.core.dataset.ColumnType.Scalar;
import io.rapport.core.dataset.ColumnType.Struct;
import io.rapport.serve.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes sample rows as text: as they are, or with nothing of a person in them. Then only what is on a list of known words
 * stays, with flags, counts and days; everything else becomes {@code address 5e0c1f7a90b2}, {@code value 08d4c3aa71fe}: the
 * {@link Pseudonyms} of the home.
 */
public final class SampleRow {

    /** All others may say who somebody is. */
    private static final Set<String> WORDS = Set.of(
            "addcontact",
            "contactcreated",
            "contactupdated",
            "removecontact",
            "contact",
            "message",
            "event",
            "other",
            "unknown",
            "owa",
            "outlookmobile",
            "outlookdesktop",
            "low",
            "normal",
            "high",
            "focused",
            "singleinstance",
            "occurrence",
            "exception",
            "seriesmaster",
            "free",
            "tentative",
            "busy",
            "oof",
            "workingelsewhere",
            "personal",
            "private",
            "confidential",
            "required",
            "optional",
            "resource",
            "none",
            "organizer",
            "accepted",
            "declined",
            "notresponded",
            "tentativelyaccepted",
            "member",
            "guest",
            "enabled",
            "warning",
            "suspended",
            "exchange",
            "public",
            "unified",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday");

    /** Texts that programs write, and so words. */
    private static final Set<String> PROGRAM_TEXTS = Set.of("SignalType", "AppName", "service");

    private static final int DAY = "2026-10-31".length();

    private final @Nullable Pseudonyms pseudonyms;

    private SampleRow(@Nullable Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** For who may see whose rows these are. */
    static SampleRow open() {
        return new SampleRow(null);
    }

    /** For everybody else. */
    static SampleRow disguised(Pseudonyms pseudonyms) {
        return new SampleRow(pseudonyms);
    }

    /** A value as text; empty where it is absent. */
    public String text(Column column, @Nullable Object value) {
        Pseudonyms names = pseudonyms;
        Object shown = names == null ? value : disguised(names, column.name(), column.type(), value);
        if (shown == null) {
            return "";
        }
        return shown instanceof Map<?, ?> || shown instanceof List<?> ? JsonText.of(shown) : String.valueOf(shown);
    }

    private static @Nullable Object disguised(
            Pseudonyms names, String column, ColumnType type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (type instanceof ListOf list) {
            List<@Nullable Object> elements = new ArrayList<>();
            if (value instanceof List<?> found) {
                found.forEach(element -> elements.add(disguised(names, column, list.element(), element)));
            }
            return elements;
        }
        if (type instanceof Struct struct) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            if (value instanceof Map<?, ?> found) {
                struct.fields().forEach(field -> {
                    if (found.get(field.name()) != null) {
                        fields.put(field.name(), disguised(names, field.name(), field.type(), found.get(field.name())));
                    }
                });
            }
            return fields;
        }
        String text = String.valueOf(value);
        return switch ((Scalar) type) {
            case FLAG -> Boolean.TRUE.equals(value);
            case COUNT -> value instanceof Long count ? count : 0L;
            case INSTANT, DATE -> text.matches("\\d{4}-\\d{2}-\\d{2}.*") ? text.substring(0, DAY) : "";
            case ADDRESS, PROXY_ADDRESS -> name(names, "address", text);
            case TEXT, WORD -> isWord(column, (Scalar) type, text) ? text : name(names, "value", text);
        };
    }

    private static boolean isWord(String column, Scalar type, String text) {
        return (type == Scalar.WORD || PROGRAM_TEXTS.contains(column)) && WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    private static String name(Pseudonyms names, String kind, String text) {
        return kind + " " + names.of(kind, text);
    }
}
