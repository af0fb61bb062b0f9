package io.rapport.connect.mailbox;

import io.rapport.connect.graph.GraphFailure;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.core.dataset.Datasets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A calendar and its changes. Of what a view is said to hold no more, the row goes; but Graph says the same of what
 * changed outside the view, and of those, what is older stays.
 */
final class Calendar implements Feed {

    /** Under which its position rests beside those of folders. */
    static final String NAME = "calendar";

    /** The position of a calendar of which a first reading has begun: something of it may have landed. */
    static final String BEGUN = "begun";

    /** Otherwise a position is the end of the view, and a link of it. */
    private static final String PREFIX = "until:";

    private final CalendarRequests requests;
    private final EventRows events;
    private final MailboxSink sink;
    private final Instant until;
    private final Runnable anew;

    /**
     * @param until the end of the view that links belong to
     * @param anew reads all of it
     */
    Calendar(CalendarRequests requests, EventRows events, MailboxSink sink, Instant until, Runnable anew) {
        this.requests = requests;
        this.events = events;
        this.sink = sink;
        this.until = until;
        this.anew = anew;
    }

    /** Where the view of a position ends. */
    static Instant until(String position) {
        return Instant.parse(position.substring(PREFIX.length(), position.indexOf(' ')));
    }

    /** The link of a position. */
    static String link(String position) {
        return position.substring(position.indexOf(' ') + 1);
    }

    @Override
    public ItemRows items() {
        return events;
    }

    @Override
    public GraphRequest first() {
        return requests.changes(events.window());
    }

    @Override
    public GraphRequest follow(String link) {
        return requests.changesFrom(link);
    }

    @Override
    public GraphRequest item(String id) {
        return requests.event(id);
    }

    @Override
    public void reached(String link) {
        sink.reached(requests.mailbox().mailbox(), NAME, PREFIX + until + " " + link);
    }

    @Override
    public boolean isElsewhere(boolean hasLeft, ItemRows.Kind kind) {
        return hasLeft && kind != ItemRows.Kind.OLD;
    }

    @Override
    public void gone(String id) {
        sink.remove(Datasets.CALENDAR_VIEW, List.of(id, requests.mailbox().mailbox()));
    }

    @Override
    public void eachLanded(Consumer<String> ids) {
        sink.eachLanded(Datasets.CALENDAR_VIEW, "puser", requests.mailbox().mailbox(), key -> ids.accept(key.get(0)));
    }

    @Override
    public boolean takesOutWhatIsGone() {
        return true;
    }

    @Override
    public Optional<Runnable> findOtherWay(GraphFailure failure, boolean isFirst) {
        return failure.kind() == GraphFailure.Kind.RESYNC ? Optional.of(anew) : Optional.empty();
    }
}
