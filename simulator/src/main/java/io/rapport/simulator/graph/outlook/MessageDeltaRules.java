package io.rapport.simulator.graph.outlook;

import io.rapport.simulator.graph.odata.Filter;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.graph.odata.QueryOptions;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a delta query of messages may ask for: a filter by {@code receivedDateTime} with {@code ge} or {@code gt}, which
 * then yields 5,000 messages at most; that order, newest first; and one kind of change.
 */
record MessageDeltaRules(Filter.@Nullable Parsed<MailItem> filter, String changeType) {

    private static final Pattern FILTER = Pattern.compile("\\s*receivedDateTime\\s+(ge|gt)\\s+\\S+\\s*");
    private static final int MOST_FILTERED = 5_000;

    /** @throws GraphRefusal where it asks for more */
    static MessageDeltaRules of(QueryOptions options) {
        if (!options.givenOf("$search", "$count", "$skip").isEmpty()) {
            throw unsupported(
                    "The following parameters are not supported with change tracking over the 'Messages' resource: '"
                            + String.join(", ", options.givenOf("$search", "$count", "$skip")) + "'.");
        }
        if (!options.filter().isEmpty() && !FILTER.matcher(options.filter()).matches()) {
            throw unsupported("Only $filter=receivedDateTime ge or gt a time is supported with change tracking.");
        }
        if (!options.orderBy().isEmpty() && !options.orderBy().equals(List.of("receivedDateTime desc"))) {
            throw unsupported("Only $orderby=receivedDateTime desc is supported with change tracking.");
        }
        String changeType = options.others().text("changeType");
        if (!List.of("", "created", "updated", "deleted").contains(changeType)) {
            throw unsupported("The value '" + changeType + "' of changeType is not supported.");
        }
        return new MessageDeltaRules(
                options.filter().isEmpty() ? null : Filter.parse(MessageType.TYPE, options.filter()), changeType);
    }

    /** @param since after which an item counts as created */
    List<MailItem> present(List<MailItem> items, Instant since) {
        if (changeType.equals("deleted")) {
            return List.of();
        }
        List<MailItem> kept = changeType.isEmpty()
                ? items
                : items.stream()
                        .filter(item -> item.message().received().isAfter(since) == changeType.equals("created"))
                        .toList();
        return filter == null
                ? kept
                : kept.stream().filter(filter.test()).limit(MOST_FILTERED).toList();
    }

    boolean isTellingRemovals() {
        return changeType.isEmpty() || changeType.equals("deleted");
    }

    private static GraphRefusal unsupported(String message) {
        return new GraphRefusal(400, "ErrorInvalidUrlQuery", message);
    }
}
