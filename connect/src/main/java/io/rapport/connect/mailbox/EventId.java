package io.rapport.connect.mailbox;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Which event a page of changes names. All else that it has is passed over unread, since the list of the view says it too.
 *
 * @param id empty where it has none
 * @param isOfView whether it is an event of the view, and neither a series nor one that is gone
 */
record EventId(String id, boolean isOfView) {

    /** Reads the object whose opening brace the parser has just passed, up to its closing brace. */
    static EventId read(JsonParser parser) {
        String id = "";
        boolean isEvent = true;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            switch (name) {
                case "id" -> id = token == JsonToken.VALUE_STRING ? parser.getString() : "";
                case "type" ->
                    isEvent &= token != JsonToken.VALUE_STRING
                            || !parser.getString().equals("seriesMaster");
                case "@removed" -> isEvent = false;
                default -> {
                    // Passed over.
                }
            }
            parser.skipChildren();
        }
        return new EventId(id, isEvent && !id.isEmpty());
    }
}
