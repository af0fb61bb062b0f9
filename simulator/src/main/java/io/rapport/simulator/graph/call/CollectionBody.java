package io.rapport.simulator.graph.call;

import io.rapport.simulator.graph.odata.Selection;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/** Writes the JSON of one page of a collection, or of one entity. */
public final class CollectionBody {

    private static final int BYTES_EACH = 1_400;

    private CollectionBody() {}

    /**
     * @param context behind {@code $metadata#}
     * @param count {@code @odata.count}
     * @param link name and address of the link to what follows
     */
    static <T> Answer page(
            Call call,
            String context,
            OptionalInt count,
            Optional<Link> link,
            List<T> items,
            BiConsumer<JsonGenerator, T> members) {
        byte[] body = Json.bytes(512 + BYTES_EACH * items.size(), json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", call.metadata() + context);
            count.ifPresent(number -> json.writeNumberProperty("@odata.count", number));
            link.ifPresent(next -> json.writeStringProperty(next.name(), next.url()));
            json.writeArrayPropertyStart("value");
            for (T item : items) {
                json.writeStartObject();
                members.accept(json, item);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        return answer(call, body);
    }

    /** One entity. */
    public static <T> Answer entity(Call call, String context, Selection<T> selection, T entity) {
        return answer(call, Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", call.metadata() + context + selection.words() + "/$entity");
            selection.writeMembers(json, entity);
            json.writeEndObject();
        }));
    }

    /** JSON as Graph declares it, and which preferences it took to heart. */
    public static Answer answer(Call call, byte[] body) {
        Answer answer = Answer.of(
                200,
                "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
                body);
        return call.prefer().applied().isEmpty()
                ? answer
                : answer.with("Preference-Applied", call.prefer().applied());
    }

    /**
     * To what follows.
     *
     * @param name {@code @odata.nextLink} or {@code @odata.deltaLink}
     * @param url absolute
     */
    record Link(String name, String url) {

        static Link next(String url) {
            return new Link("@odata.nextLink", url);
        }

        static Link delta(String url) {
            return new Link("@odata.deltaLink", url);
        }
    }
}
