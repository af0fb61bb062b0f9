package io.rapport.connect.mailbox;

import io.rapport.connect.graph.GraphClient;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.Reply;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The calendar of a mailbox. */
final class CalendarSection extends Section {

    /** Events a page; with twenty attendees each, answers stay near a megabyte. */
    private static final int PAGE = 250;

    private final GraphClient client;
    private final CalendarRequests requests;
    private final EventRows events;
    private final MailboxSink sink;
    private final Supplier<Map<String, String>> links;

    CalendarSection(
            MailboxVisit visit,
            GraphClient client,
            MailboxRequests requests,
            EventRows events,
            MailboxSink sink,
            Supplier<Map<String, String>> links) {
        super(visit);
        this.client = client;
        this.requests = new CalendarRequests(requests, PAGE);
        this.events = events;
        this.sink = sink;
        this.links = links;
    }

    @Override
    void begin(BiConsumer<GraphRequest, Reply> questions) {
        open(1);
        String position = links.get().get(Calendar.NAME);
        if (position == null) {
            sink.reached(requests.mailbox().mailbox(), Calendar.NAME, Calendar.BEGUN);
            reading(false).start();
        } else if (position.equals(Calendar.BEGUN)
                || Calendar.until(position).isBefore(events.window().needed())) {
            reading(true).start();
        } else {
            Calendar calendar = new Calendar(
                    requests,
                    events,
                    sink,
                    Calendar.until(position),
                    () -> reading(true).start());
            new FeedReading(client, this, calendar, sink, requests.mailbox().mailbox(), this::finish)
                    .start(Calendar.link(position));
        }
    }

    private CalendarReading reading(boolean takesOutWhatIsGone) {
        return new CalendarReading(client, this, requests, events, sink, takesOutWhatIsGone, this::finish);
    }
}
