package io.rapport.simulator.export;

import io.rapport.simulator.company.Party;
import io.rapport.simulator.company.Person;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes rows as JSON lines into a buffer, with the columns that every dataset ends with. Not thread-safe. */
final class JsonRow {

    private final ByteArrayOutputStream bytes;
    private final JsonGenerator json;
    private final String tenantId;
    private final TimeText times = new TimeText();

    JsonRow(ByteArrayOutputStream bytes, String tenantId) {
        this.bytes = bytes;
        this.tenantId = tenantId;
        // Rows are told apart by line feeds of our own.
        this.json =
                JsonFactory.builder().rootValueSeparator("").build().createGenerator(ObjectWriteContext.empty(), bytes);
    }

    JsonRow begin() {
        json.writeStartObject();
        return this;
    }

    /** The last columns of a row about somebody's mailbox. */
    void end(String odataType, Person person) {
        json.writeStringProperty("ODataType", odataType);
        json.writeStringProperty("puser", person.id());
        end();
    }

    /** The last column of any row. */
    void end() {
        json.writeStringProperty("ptenant", tenantId);
        json.writeEndObject();
        json.flush();
        bytes.write('\n');
    }

    JsonRow text(String name, @Nullable String value) {
        json.writeName(name);
        json.writeString(value);
        return this;
    }

    /** In UTC and whole seconds, as Microsoft writes times. */
    JsonRow time(String name, Instant value) {
        json.writeName(name);
        json.writeString(times.of(value.getEpochSecond()), 0, TimeText.LENGTH);
        return this;
    }

    JsonRow flag(String name, boolean value) {
        json.writeBooleanProperty(name, value);
        return this;
    }

    JsonRow texts(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
        return this;
    }

    JsonRow array(String name, Runnable content) {
        json.writeArrayPropertyStart(name);
        content.run();
        json.writeEndArray();
        return this;
    }

    JsonRow object(String name, Runnable content) {
        json.writeObjectPropertyStart(name);
        content.run();
        json.writeEndObject();
        return this;
    }

    /** An object within an array. */
    void element(Runnable content) {
        json.writeStartObject();
        content.run();
        json.writeEndObject();
    }

    /** {@code {"emailAddress": {"name": …, "address": …}}}. */
    JsonRow party(String name, Party party) {
        json.writeObjectPropertyStart(name);
        address(party);
        json.writeEndObject();
        return this;
    }

    JsonRow parties(String name, List<Party> parties) {
        json.writeArrayPropertyStart(name);
        for (Party party : parties) {
            json.writeStartObject();
            address(party);
            json.writeEndObject();
        }
        json.writeEndArray();
        return this;
    }

    void address(Party party) {
        json.writeObjectPropertyStart("emailAddress");
        json.writeStringProperty("name", party.name());
        json.writeStringProperty("address", party.address());
        json.writeEndObject();
    }
}
