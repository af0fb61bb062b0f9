package io.rapport.connect.mailbox;

import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.GraphClient;
import io.rapport.connect.graph.GraphFailure;
import io.rapport.connect.graph.GraphFailure.Kind;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.ListPage;
import io.rapport.connect.graph.Reply;
import io.rapport.connect.row.SeenKeys;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonParser;

/**
 * Reads all of a calendar, the first time, where its link is too old, and where its view no longer reaches far enough.
 *
 * <p>Changes are told from the end of a chain of pages on, but that chain tells of an occurrence no more than when it
 * is. So the chain is followed first, for its ids and its link, and then the view is listed, event by event with all that
 * it has. What the chain named and the list did not, since lists are paged by position and people go on working, is asked
 * for by its id; and so is what has landed and is in neither.
 */
final class CalendarReading {

    private final GraphClient client;
    private final Section section;
    private final CalendarRequests requests;
    private final Calendar calendar;
    private final EventRows events;
    private final Intake intake;
    private final String mailbox;
    private final boolean takesOutWhatIsGone;
    private final Runnable whenLast;
    private final SeenKeys told = new SeenKeys();
    private final SeenKeys listed = new SeenKeys();
    private int found;
    private String link = "";

    /** @param takesOutWhatIsGone whether anything of it may have landed before */
    CalendarReading(
            GraphClient client,
            Section section,
            CalendarRequests requests,
            EventRows events,
            MailboxSink sink,
            boolean takesOutWhatIsGone,
            Runnable whenLast) {
        this.client = client;
        this.section = section;
        this.requests = requests;
        this.events = events;
        this.mailbox = requests.mailbox().mailbox();
        this.calendar = new Calendar(requests, events, sink, events.window().until(), () -> {});
        this.intake = new Intake(client, section, calendar, sink, mailbox);
        this.takesOutWhatIsGone = takesOutWhatIsGone;
        this.whenLast = whenLast;
    }

    void start() {
        client.send(requests.changes(events.window()), new Chain(requests.changes(events.window()), false));
    }

    private void list() {
        client.send(requests.events(events.window()), new Events(requests.events(events.window())));
    }

    /** With the list at its end. */
    private void complete() {
        if (found < told.size()) {
            client.send(requests.changes(events.window()), new Chain(requests.changes(events.window()), true));
        } else {
            takeOut();
        }
    }

    private void takeOut() {
        if (takesOutWhatIsGone) {
            calendar.eachLanded(id -> {
                if (!listed.contains(List.of(id)) && !told.contains(List.of(id))) {
                    intake.missing(id);
                }
            });
        }
        intake.lookUp(() -> {
            calendar.reached(link);
            section.end(whenLast);
        });
    }

    /** Page after page of one list. */
    private abstract class Pages implements Reply {

        private final GraphRequest asked;

        Pages(GraphRequest asked) {
            this.asked = asked;
        }

        abstract void take(JsonParser parser) throws IOException;

        abstract void goOn(ListPage page) throws IOException;

        abstract Pages at(GraphRequest next);

        @Override
        public final void answered(Answer answer) throws IOException {
            if (section.isOver()) {
                return;
            }
            intake.begin();
            ListPage page = ListPage.read(answer, this::take);
            intake.end();
            goOn(page);
        }

        final void ask(String nextLink) {
            GraphRequest next = requests.changesFrom(nextLink);
            if (next.url().equals(asked.url())) {
                section.fail(new GraphFailure(Kind.REFUSED, 200, List.of("PageRepeats"), ""));
            } else {
                client.send(next, at(next));
            }
        }

        @Override
        public final void failed(GraphFailure failure) {
            if (!section.isOver()) {
                section.fail(failure);
            }
        }
    }

    /** The chain that ends with a link: the first time for its ids, and perhaps again for what the list did not name. */
    private final class Chain extends Pages {

        private final boolean isAgain;

        Chain(GraphRequest asked, boolean isAgain) {
            super(asked);
            this.isAgain = isAgain;
        }

        @Override
        void take(JsonParser parser) {
            EventId event = EventId.read(parser);
            if (!event.isOfView()) {
                return;
            }
            if (!isAgain) {
                told.add(List.of(event.id()));
            } else if (!listed.contains(List.of(event.id()))) {
                intake.partial(event.id());
            }
        }

        @Override
        void goOn(ListPage page) throws IOException {
            if (page.findNext().isPresent()) {
                intake.lookUp(() -> ask(page.findNext().get()));
            } else if (isAgain) {
                intake.lookUp(CalendarReading.this::takeOut);
            } else {
                link = page.findDelta().orElseThrow(() -> new IOException("a page of changes that leads nowhere"));
                list();
            }
        }

        @Override
        Pages at(GraphRequest next) {
            return new Chain(next, isAgain);
        }
    }

    /** The events of the view. */
    private final class Events extends Pages {

        Events(GraphRequest asked) {
            super(asked);
        }

        @Override
        void take(JsonParser parser) {
            intake.take(parser);
            List<String> key = List.of(events.id());
            int before = listed.size();
            listed.add(key);
            found += listed.size() > before && told.contains(key) ? 1 : 0;
        }

        @Override
        void goOn(ListPage page) {
            Runnable then =
                    page.findNext().<Runnable>map(next -> () -> ask(next)).orElse(CalendarReading.this::complete);
            intake.lookUp(then);
        }

        @Override
        Pages at(GraphRequest next) {
            return new Events(next);
        }
    }
}
