package io.rapport.serve.api.operation;

import io.rapport.core.error.RapportException;
import io.rapport.serve.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Parts of lists. A cursor says where the next part begins, and belongs to the question that it came with: nobody need know
 * what is in it.
 */
public final class Paging {

    public static final String LIMIT = "limit";
    public static final String CURSOR = "cursor";

    /** The most that one answer holds. */
    public static final int MOST = 1_000;

    private static final int USUAL = 100;
    private static final int LONGEST_CURSOR = 500;
    private static final String FIRST = "";

    private Paging() {}

    /** What every list takes. */
    public static List<Parameter> parameters() {
        return List.of(
                Parameter.whole(LIMIT, 1, MOST, USUAL, "How many at most."),
                Parameter.text(CURSOR, "Where to go on: next of the answer before.")
                        .atMost(LONGEST_CURSOR));
    }

    /**
     * Where a part begins.
     *
     * @param of what is listed, where that can change: a run; empty otherwise
     * @param after id of the last one before, or how many there were; empty at the beginning
     */
    public record Place(String of, String after) {

        /** How many there were before. */
        public long offset() {
            if (after.isEmpty()) {
                return 0;
            }
            if (!after.matches("[0-9]{1,15}")) {
                throw invalid();
            }
            return Long.parseLong(after);
        }
    }

    /** @throws RapportException {@link ApiError#CURSOR_INVALID} */
    public static Place place(Call call) {
        String cursor = call.text(CURSOR);
        if (cursor.isEmpty()) {
            return new Place("", FIRST);
        }
        try {
            List<String> parts =
                    JsonText.strings(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (parts.size() == 3 && parts.get(0).equals(call.questionHash())) {
                return new Place(parts.get(1), parts.get(2));
            }
        } catch (RuntimeException notOurs) {
            // Said below.
        }
        throw invalid();
    }

    public static String cursor(Call call, String of, String after) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        JsonText.of(List.of(call.questionHash(), of, after)).getBytes(StandardCharsets.UTF_8));
    }

    public static int limit(Call call) {
        return (int) call.number(LIMIT);
    }

    /** A part of what is all at hand. */
    public static <T> Listing<T> part(Call call, List<T> all, Function<T, String> id) {
        String after = place(call).after();
        int from = 0;
        if (!after.isEmpty()) {
            while (from < all.size() && !id.apply(all.get(from)).equals(after)) {
                from++;
            }
            if (from == all.size()) {
                throw invalid();
            }
            from++;
        }
        int to = Math.min(all.size(), from + limit(call));
        @Nullable String next = to < all.size() ? cursor(call, "", id.apply(all.get(to - 1))) : null;
        return new Listing<>(call.query(), call.warnings(), all.subList(from, to), next, (long) all.size());
    }

    /** What a cursor is said to be that leads nowhere. */
    public static RapportException invalid() {
        return new RapportException(
                ApiError.CURSOR_INVALID,
                "The cursor is of another list or question, or what it stood at is gone. Begin again without one.");
    }
}
