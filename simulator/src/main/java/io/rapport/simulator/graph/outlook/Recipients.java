package io.rapport.simulator.graph.outlook;

import io.rapport.simulator.company.Party;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** People as mail and meetings name them. */
final class Recipients {

    private static final SerializedString EMAIL_ADDRESS = new SerializedString("emailAddress");
    private static final SerializedString NAME = new SerializedString("name");
    private static final SerializedString ADDRESS = new SerializedString("address");

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
        json.writeName(EMAIL_ADDRESS);
        json.writeStartObject();
        json.writeName(NAME);
        json.writeString(party.name());
        json.writeName(ADDRESS);
        json.writeString(party.address());
        json.writeEndObject();
    }
}
