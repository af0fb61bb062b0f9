package io.rapport.serve.api.operation;

import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request for an operation: who asks, and what was said. For one thread. */
public final class Call {

    private static final int VERSION_BYTES = 12;

    private final Operation operation;
    private final Values values;
    private final @Nullable Person person;
    private final @Nullable ExportFormat format;
    private final Conditions conditions;
    private final Map<String, @Nullable Object> query = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private String version = "";
    private String location = "";

    /**
     * @param person null where nobody has to say who they are
     * @param format as which file the answer is wanted; null for JSON
     */
    public Call(
            Operation operation,
            Values values,
            @Nullable Person person,
            @Nullable ExportFormat format,
            Conditions conditions) {
        this.operation = operation;
        this.values = values;
        this.person = person;
        this.format = format;
        this.conditions = conditions;
        operation.parameters().stream()
                .filter(parameter -> !parameter.isSent())
                .forEach(parameter -> query.put(parameter.name(), values.find(parameter.name())));
    }

    /**
     * What the answer depends on besides.
     *
     * @param known versions that whoever asks has already, as {@code If-None-Match} has them
     * @param expected the version that a change is bound to, as {@code If-Match} has it; empty for any
     */
    public record Conditions(List<String> known, String expected) {

        /** None. */
        public static final Conditions NONE = new Conditions(List.of(), "");

        public Conditions {
            known = List.copyOf(known);
        }
    }

    /** Who asks. */
    public Person person() {
        if (person == null) {
            throw new IllegalStateException(operation.id() + " is open to everybody and asks who it is");
        }
        return person;
    }

    public boolean mayActAs(Role role) {
        return person != null && person.role().mayActAs(role);
    }

    /** Empty for JSON. */
    public Optional<ExportFormat> findFormat() {
        return Optional.ofNullable(format);
    }

    /** Empty where it was not said. */
    public String text(String name) {
        return values.find(name) instanceof String text ? text : "";
    }

    /** Null where it was not said, or nothing was said. */
    public @Nullable String textOrNull(String name) {
        String text = text(name).strip();
        return text.isEmpty() ? null : text;
    }

    public Optional<LocalDate> findDay(String name) {
        return values.find(name) instanceof LocalDate day ? Optional.of(day) : Optional.empty();
    }

    /** A number that has a usual value. */
    public long number(String name) {
        if (values.find(name) instanceof Long number) {
            return number;
        }
        throw new IllegalStateException(name + " of " + operation.id() + " has no usual value");
    }

    /** Empty where it was not said. */
    public Optional<Long> findNumber(String name) {
        return values.find(name) instanceof Long number ? Optional.of(number) : Optional.empty();
    }

    public boolean is(String name) {
        return Boolean.TRUE.equals(values.find(name));
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (values.find(name) instanceof List<?> list) {
            list.forEach(one -> texts.add(String.valueOf(one)));
        }
        return texts;
    }

    /** A file that has to be sent. */
    public SentFile file(String name) {
        if (values.find(name) instanceof SentFile file) {
            return file;
        }
        throw new IllegalStateException(name + " of " + operation.id() + " need not be sent");
    }

    /** An object of the body, as JSON again. */
    public String json(String name) {
        return JsonText.of(values.find(name));
    }

    /** Says in the answer what counted. */
    public void resolve(String name, @Nullable Object value) {
        query.put(name, value);
    }

    public void warn(List<String> more) {
        warnings.addAll(more);
    }

    /** What was asked for, with what was not said filled in. */
    public Map<String, @Nullable Object> query() {
        return query;
    }

    public List<String> warnings() {
        return warnings;
    }

    /**
     * The answer depends on these alone, besides the question.
     *
     * @throws NotModified where whoever asks has that answer already
     */
    public void dependsOn(String... parts) {
        version = "\"" + hash(List.of(operation.id(), query.toString(), Arrays.toString(parts), String.valueOf(format)))
                + "\"";
        if (conditions.known().contains(version) || conditions.known().contains("*")) {
            throw new NotModified();
        }
    }

    /** The edition of a thing that can be changed, which the answer has as its ETag. */
    public void setVersion(String edition) {
        version = "\"" + edition + "\"";
    }

    /** What names the state of a thing by its parts, to be its edition. */
    public static String edition(List<String> parts) {
        return hash(parts);
    }

    /** The version that a change is bound to, without its quotes; empty for any. */
    public String expectedVersion() {
        String expected = conditions.expected();
        return expected.equals("*") ? "" : expected.replaceAll("^\"|\"$", "");
    }

    /** As a header has it; empty for none. */
    public String version() {
        return version;
    }

    /** Where what was made is from now on. */
    public void isAt(String path) {
        location = Operation.ROOT + path;
    }

    /** Empty for nothing new. */
    public String location() {
        return location;
    }

    /** What tells this question from others, whatever part of its answer is wanted. */
    String questionHash() {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        operation.parameters().stream()
                .filter(parameter -> !parameter.name().equals(Paging.CURSOR)
                        && !parameter.name().equals(Paging.LIMIT))
                .forEach(parameter -> whole.put(parameter.name(), values.find(parameter.name())));
        return hash(List.of(operation.id(), whole.toString()));
    }

    private static String hash(List<String> parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(JsonText.of(parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
