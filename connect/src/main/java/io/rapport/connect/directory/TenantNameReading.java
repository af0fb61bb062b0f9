package io.rapport.connect.directory;

import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.GraphClient;
import io.rapport.connect.graph.GraphFailure;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.ListPage;
import io.rapport.connect.graph.Reply;
import java.io.IOException;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the tenant's initial domain, by which Microsoft names tenants. It is nice to have: where the app may not see it,
 * the name is empty. For the loop's thread; once.
 */
public final class TenantNameReading implements Reply {

    private final GraphClient client;
    private final Consumer<String> done;
    private String name = "";

    public TenantNameReading(GraphClient client, Consumer<String> done) {
        this.client = client;
        this.done = done;
    }

    /** Begins. */
    public void start() {
        client.send(
                GraphRequest.of(
                        GraphRequest.DIRECTORY, client.endpoints().url("/organization?$select=id,verifiedDomains")),
                this);
    }

    @Override
    public void answered(Answer answer) throws IOException {
        ListPage.read(answer, this::organization);
        done.accept(name);
    }

    @Override
    public void failed(GraphFailure failure) {
        done.accept("");
    }

    private void organization(JsonParser parser) {
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            boolean isDomains = parser.nextToken() == JsonToken.START_ARRAY && field.equals("verifiedDomains");
            if (!isDomains) {
                parser.skipChildren();
                continue;
            }
            for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
                if (item == JsonToken.START_OBJECT) {
                    domain(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private void domain(JsonParser parser) {
        String domain = "";
        boolean isInitial = false;
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (field.equals("name") && token == JsonToken.VALUE_STRING) {
                domain = parser.getString();
            } else if (field.equals("isInitial")) {
                isInitial = token == JsonToken.VALUE_TRUE;
            } else {
                parser.skipChildren();
            }
        }
        name = isInitial ? domain : name;
    }
}
