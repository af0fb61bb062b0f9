package io.rapport.simulator.graph.outlook;

import io.rapport.simulator.company.Party;
import io.rapport.simulator.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** People as mail and meetings name them. */
final class Recipients {

    private static final SerializedString EMAIL_ADDRESS = new SerializedString("emailAddress");

    /** More people than a company of 50,000 writes to and hears from at a time. */
    private static final int MOST_KEPT = 100_000;

    /** Of each party name and address as JSON: the same few thousand stand in millions of messages and meetings. */
    private static final Map<Party, SerializedString> WRITTEN = new ConcurrentHashMap<>();

    private Recipients() {}

    static void writeAll(JsonGenerator json, List<Party> parties) {
        json.writeStartArray();
        for (int i = 0; i < parties.size(); i++) {
            write(json, parties.get(i));
        }
        json.writeEndArray();
    }

    static void write(JsonGenerator json, Party party) {
        json.writeStartObject();
        writeAddress(json, party);
        json.writeEndObject();
    }

    /** The property {@code emailAddress}, into an object that is open. */
    static void writeAddress(JsonGenerator json, Party party) {
        SerializedString written = WRITTEN.get(party);
        if (written == null) {
            written = new SerializedString(new String(
                    Json.bytes(object -> {
                        object.writeStartObject();
                        object.writeStringProperty("name", party.name());
                        object.writeStringProperty("address", party.address());
                        object.writeEndObject();
                    }),
                    StandardCharsets.UTF_8));
            if (WRITTEN.size() >= MOST_KEPT) {
                WRITTEN.clear();
            }
            WRITTEN.put(party, written);
        }
        json.writeName(EMAIL_ADDRESS);
        json.writeRawValue(written);
    }
}
