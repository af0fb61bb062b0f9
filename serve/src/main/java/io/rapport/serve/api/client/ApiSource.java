package io.rapport.serve.api.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What answers as the API does. */
public interface ApiSource extends AutoCloseable {

    /** The most that one answer holds. */
    int MOST = 1_000;

    /**
     * The object that is answered.
     *
     * @param path below {@code /api/v1}, encoded as in an address
     * @param query parameters; empty ones are left out
     * @throws io.rapport.core.error.RapportException what the API says, or that there is no answer
     */
    Map<String, @Nullable Object> get(String path, Map<String, String> query);

    /**
     * Asks for something to be done; answers with what is said of it.
     *
     * @param body fields; null for none
     * @throws io.rapport.core.error.RapportException as {@link #get}
     */
    Map<String, @Nullable Object> post(String path, @Nullable Map<String, ?> body);

    /** A list, as far as it is wanted, as one answer. */
    default Map<String, @Nullable Object> list(String path, Map<String, String> query, int most) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        List<Object> items = new ArrayList<>();
        String cursor = "";
        do {
            Map<String, String> part = new LinkedHashMap<>(query);
            part.put("limit", Integer.toString(Math.min(MOST, most - items.size())));
            part.put("cursor", cursor);
            Map<String, @Nullable Object> answer = get(path, part);
            if (whole.isEmpty()) {
                whole.putAll(answer);
            }
            if (answer.get("items") instanceof List<?> more) {
                items.addAll(more);
            }
            cursor = answer.get("next") instanceof String next ? next : "";
        } while (!cursor.isEmpty() && items.size() < most);
        whole.put("items", items);
        whole.put("next", cursor.isEmpty() ? null : cursor);
        return whole;
    }

    @Override
    void close();
}
