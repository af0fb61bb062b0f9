package io.rapport.simulator.graph.call;

import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.graph.odata.LinkTokens;
import io.rapport.simulator.graph.odata.QueryOptions;
import io.rapport.simulator.graph.odata.Selection;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A delta query: the collection as it is in a first round, what changed since in every later one; each round is a picture
 * of one instant, told in pages that may be empty and may tell something twice. Immutable.
 */
public final class DeltaQuery {

    private static final int REPLAYED = 3;

    private final LinkTokens tokens;
    private final Quirks quirks;
    private final int usualSize;
    private final int largestSize;
    private final Duration life;
    private final boolean isOutlook;

    private DeltaQuery(
            LinkTokens tokens, Quirks quirks, int usualSize, int largestSize, Duration life, boolean isOutlook) {
        this.tokens = tokens;
        this.quirks = quirks;
        this.usualSize = usualSize;
        this.largestSize = largestSize;
        this.life = life;
        this.isOutlook = isOutlook;
    }

    /** Links live for seven days, as documented. */
    public static DeltaQuery ofDirectory(LinkTokens tokens, Quirks quirks) {
        return new DeltaQuery(tokens, quirks, 200, 999, Duration.ofDays(7), false);
    }

    /** Links live as long as a cache has room, which here is thirty days. */
    public static DeltaQuery ofOutlook(LinkTokens tokens, Quirks quirks) {
        return new DeltaQuery(tokens, quirks, 10, 1000, Duration.ofDays(30), true);
    }

    /** What there is to tell. */
    @FunctionalInterface
    public interface Source<T> {

        /**
         * @param options those of the first request of all
         * @param since what the client knows; null where it knows nothing
         * @param at what it shall know
         */
        Changes<T> changes(QueryOptions options, @Nullable Instant since, Instant at);
    }

    /** How what there is to tell is written. */
    @FunctionalInterface
    public interface Writing<T> {

        /** @param options those of the first request of all */
        Selection<T> selection(QueryOptions options);

        /** Writes one entity, into an object that is open. */
        default void write(Selection<T> selection, JsonGenerator json, T entity) {
            selection.writeMembers(json, entity);
        }
    }

    /**
     * @param context behind {@code $metadata#}
     * @param typeName written into every entity; empty for no such word
     * @param generation of the sync state; links of an older one are expired
     */
    public <T> Answer answer(
            Call call, String context, String typeName, int generation, Writing<T> writing, Source<T> source) {
        DeltaState state = state(call, generation);
        QueryOptions options = QueryOptions.of(Parameters.of(state.query()));
        Selection<T> selection = writing.selection(options);
        boolean isFromNowOn =
                call.options().deltaToken().filter("latest"::equals).isPresent();
        Changes<T> changes =
                isFromNowOn ? new Changes<>(List.of(), List.of()) : source.changes(options, state.since(), state.at());
        return page(call, context, state, changes, size(call, options), (json, entry) -> {
            if (!typeName.isEmpty()) {
                json.writeStringProperty("@odata.type", "#" + typeName);
            }
            Changes.Removed gone = entry.removed();
            if (gone != null) {
                json.writeStringProperty("id", gone.id());
                json.writeObjectPropertyStart("@removed");
                json.writeStringProperty("reason", gone.reason());
                json.writeEndObject();
            } else if (entry.present() != null) {
                writing.write(selection, json, entry.present());
            }
        });
    }

    private record Entry<T>(@Nullable T present, Changes.@Nullable Removed removed) {}

    private <T> Answer page(
            Call call,
            String context,
            DeltaState state,
            Changes<T> changes,
            int size,
            BiConsumer<JsonGenerator, Entry<T>> members) {
        String path = call.request().path();
        int from = Math.min(state.from(), changes.size());
        int until = quirks.isEmpty(path, state.page()) ? from : (int) Math.min((long) from + size, changes.size());
        int first = quirks.isReplay(path, state.page()) && until > from ? Math.max(0, from - REPLAYED) : from;
        List<Entry<T>> entries = new ArrayList<>(until - first);
        for (int i = first; i < until; i++) {
            int present = changes.present().size();
            entries.add(
                    i < present
                            ? new Entry<>(changes.present().get(i), null)
                            : new Entry<>(null, changes.removed().get(i - present)));
        }
        CollectionBody.Link link = until < changes.size()
                ? CollectionBody.Link.next(call.url() + "?$skiptoken=" + sealed(call, state.next(until)))
                : CollectionBody.Link.delta(call.url() + "?$deltatoken=" + sealed(call, state.next(0)));
        return CollectionBody.page(call, context, OptionalInt.empty(), Optional.of(link), entries, members);
    }

    private DeltaState state(Call call, int generation) {
        QueryOptions options = call.options();
        Optional<String> delta = options.deltaToken();
        if (delta.isPresent() && delta.get().isEmpty()) {
            delta = Optional.empty();
        }
        if (delta.isPresent() && !delta.get().equals("latest")) {
            DeltaState known = checked(call, delta.get(), generation);
            return known.round(call.now());
        }
        if (options.skipToken().isPresent()) {
            return checked(call, options.skipToken().get(), generation);
        }
        return new DeltaState(null, call.now(), 0, 0, generation, call.request().rawQuery());
    }

    private DeltaState checked(Call call, String token, int generation) {
        DeltaState state = DeltaState.of(tokens.open(purpose(call), token));
        boolean isExpired = state.generation() != generation
                || call.now().isBefore(state.at())
                || Duration.between(state.at(), call.now()).compareTo(life) > 0;
        if (isExpired) {
            throw isOutlook
                    ? new GraphRefusal(
                            410,
                            "SyncStateNotFound",
                            "The sync state generation is not found; a full synchronization is needed.")
                    : new GraphRefusal(
                            410,
                            "resyncRequired",
                            "Resync is required. The delta token is expired, and the application must perform a full synchronization.",
                            Map.of("Location", call.url() + "?$deltatoken="));
        }
        return state;
    }

    private String sealed(Call call, DeltaState state) {
        return tokens.seal(purpose(call), state.fields());
    }

    private static String purpose(Call call) {
        return "delta " + call.request().path();
    }

    private int size(Call call, QueryOptions options) {
        int wanted = call.prefer().maxPageSize().orElse(options.top().orElse(usualSize));
        if (wanted > largestSize && isOutlook && call.prefer().maxPageSize().isEmpty()) {
            throw GraphRefusal.badRequest("Invalid page size specified: '" + wanted + "'. Must be between 1 and "
                    + largestSize + " inclusive.");
        }
        return Math.min(largestSize, wanted);
    }
}
