package io.rapport.connect.graph;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The codes in the body of an error, at any depth and under either spelling of {@code innerError}; nothing else of it. */
final class ErrorBody {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,79}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{8,64}");
    private static final int MOST_CODES = 5;

    private ErrorBody() {}

    static GraphFailure read(Answer answer) {
        List<String> codes = new ArrayList<>();
        String[] requestId = {answer.findHeader("request-id").orElse("")};
        try (InputStream body = answer.open();
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.PROPERTY_NAME) {
                    continue;
                }
                String name = parser.currentName();
                if (name.equals("code") && parser.nextToken() == JsonToken.VALUE_STRING) {
                    String code = parser.getString();
                    if (codes.size() < MOST_CODES && CODE.matcher(code).matches()) {
                        codes.add(code);
                    }
                } else if (name.equals("request-id")
                        && parser.nextToken() == JsonToken.VALUE_STRING
                        && requestId[0].isEmpty()) {
                    requestId[0] = parser.getString();
                }
            }
        } catch (JacksonException | IOException noJson) {
            // Proxies and gateways answer with pages; the status says enough then.
        }
        return GraphFailure.of(answer.status(), codes, ID.matcher(requestId[0]).matches() ? requestId[0] : "");
    }
}
