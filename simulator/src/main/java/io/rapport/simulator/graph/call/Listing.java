package io.rapport.simulator.graph.call;

import io.rapport.simulator.graph.odata.EntityType;
import io.rapport.simulator.graph.odata.Filter;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.graph.odata.LinkTokens;
import io.rapport.simulator.graph.odata.Ordering;
import io.rapport.simulator.graph.odata.QueryOptions;
import io.rapport.simulator.graph.odata.Selection;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * A collection, page by page. The directory's next links carry a token and show the collection as it was when the first
 * page was asked for; Outlook's carry {@code $skip} and show it as it is.
 *
 * @param <T> what stands for an entity
 */
public final class Listing<T> {

    private final EntityType<T> type;
    private final LinkTokens tokens;
    private final Quirks quirks;
    private final int usualSize;
    private final int largestSize;
    private final boolean hasTokens;

    private Listing(
            EntityType<T> type, LinkTokens tokens, Quirks quirks, int usualSize, int largestSize, boolean hasTokens) {
        this.type = type;
        this.tokens = tokens;
        this.quirks = quirks;
        this.usualSize = usualSize;
        this.largestSize = largestSize;
        this.hasTokens = hasTokens;
    }

    /** Pages of 100 to 999, linked by tokens. */
    public static <T> Listing<T> ofDirectory(EntityType<T> type, LinkTokens tokens, Quirks quirks) {
        return new Listing<>(type, tokens, quirks, 100, 999, true);
    }

    /** Pages of 10 to 1,000, linked by {@code $skip}. */
    public static <T> Listing<T> ofOutlook(EntityType<T> type, LinkTokens tokens, Quirks quirks) {
        return new Listing<>(type, tokens, quirks, 10, 1000, false);
    }

    /**
     * @param context behind {@code $metadata#}, without the names of properties
     * @param selection what is written of each
     * @param all the whole collection at an instant, in its usual order
     */
    public Answer answer(Call call, String context, Selection<T> selection, Function<Instant, List<T>> all) {
        return answer(call, context, selection, all, selection::writeMembers);
    }

    /** The same, with something written besides. */
    public Answer answer(
            Call call,
            String context,
            Selection<T> selection,
            Function<Instant, List<T>> all,
            BiConsumer<JsonGenerator, T> members) {
        QueryOptions options = call.options();
        if (options.given().contains("$search")) {
            throw GraphRefusal.badRequest("$search is not supported on this resource.");
        }
        if (options.deltaToken().isPresent()) {
            throw GraphRefusal.badRequest("$deltatoken is for delta queries.");
        }
        Position position = position(call);
        List<T> items = chosen(options, all.apply(position.at()));
        int size = size(call);
        boolean isEmpty = hasTokens && quirks.isEmpty(call.request().path(), position.page());
        int from = Math.min(position.from(), items.size());
        int until = isEmpty ? from : (int) Math.min((long) from + size, items.size());
        Optional<CollectionBody.Link> next = until < items.size()
                ? Optional.of(CollectionBody.Link.next(
                        nextUrl(call, new Position(position.at(), until, position.page() + 1))))
                : Optional.empty();
        return CollectionBody.page(
                call,
                context + selection.words(),
                options.isCounted() ? OptionalInt.of(items.size()) : OptionalInt.empty(),
                next,
                items.subList(from, until),
                members);
    }

    private record Position(Instant at, int from, int page) {}

    private Position position(Call call) {
        Optional<String> token = call.options().skipToken();
        if (token.isEmpty()) {
            return new Position(call.now(), call.options().skip(), 0);
        }
        List<String> fields = tokens.open("list " + call.request().path(), token.get());
        return new Position(
                Instant.ofEpochMilli(Long.parseLong(fields.get(0))),
                Integer.parseInt(fields.get(1)),
                Integer.parseInt(fields.get(2)));
    }

    private List<T> chosen(QueryOptions options, List<T> all) {
        if (options.filter().isEmpty() && options.orderBy().isEmpty()) {
            return all;
        }
        Filter.Parsed<T> filter = Filter.parse(type, options.filter());
        if (!hasTokens) {
            checkOrder(filter.paths(), options.orderBy());
        }
        List<T> chosen = options.filter().isEmpty()
                ? all
                : all.stream().filter(filter.test()).toList();
        return options.orderBy().isEmpty()
                ? chosen
                : chosen.stream().sorted(Ordering.of(type, options.orderBy())).toList();
    }

    /** Exchange wants what is ordered by to come first in the filter, and in the same order. */
    private static void checkOrder(List<String> filtered, List<String> orderBy) {
        if (filtered.isEmpty() || orderBy.isEmpty()) {
            return;
        }
        List<String> ordered = orderBy.stream().map(Ordering::path).toList();
        List<String> distinct = filtered.stream().distinct().toList();
        if (distinct.size() < ordered.size()
                || !distinct.subList(0, ordered.size()).equals(ordered)) {
            throw new GraphRefusal(
                    400, "InefficientFilter", "The restriction or sort order is too complex for this operation.");
        }
    }

    private int size(Call call) {
        if (call.options().top().isPresent()) {
            int top = call.options().top().getAsInt();
            if (top > largestSize) {
                throw GraphRefusal.badRequest("Invalid page size specified: '" + top + "'. Must be between 1 and "
                        + largestSize + " inclusive.");
            }
            return top;
        }
        return Math.min(largestSize, call.prefer().maxPageSize().orElse(usualSize));
    }

    private String nextUrl(Call call, Position next) {
        String word = hasTokens ? "$skiptoken" : "$skip";
        String kept = call.options().others().names().stream()
                .filter(name -> !name.equalsIgnoreCase("$skiptoken") && !name.equalsIgnoreCase("$skip"))
                .map(name ->
                        name + "=" + Parameters.encoded(call.options().others().text(name)))
                .collect(Collectors.joining("&"));
        String value = hasTokens
                ? tokens.seal(
                        "list " + call.request().path(),
                        List.of("" + next.at().toEpochMilli(), "" + next.from(), "" + next.page()))
                : "" + next.from();
        return call.url() + "?" + (kept.isEmpty() ? "" : kept + "&") + word + "=" + value;
    }
}
