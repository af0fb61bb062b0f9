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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one feed page by page, from a link or from its beginning. After each page the link to the next one stands for
 * everything so far, so that a long first reading goes on where it was broken off.
 *
 * <p>Where a link is too old and what is gone has to be taken out, the feed is read anew as a whole: the old link stands
 * until its end, so that a reading that is broken off begins again.
 */
final class FeedReading implements Reply {

    private final GraphClient client;
    private final Section section;
    private final Feed feed;
    private final Intake intake;
    private final Runnable whenLast;
    private @Nullable GraphRequest asked;
    private @Nullable SeenKeys seen;
    private boolean mayStartAnew = true;
    /** Whether nothing of the feed was ever answered. */
    private boolean isFirst;

    /** @param whenLast runs where this was the last thing open in its section */
    FeedReading(GraphClient client, Section section, Feed feed, MailboxSink sink, String mailbox, Runnable whenLast) {
        this.client = client;
        this.section = section;
        this.feed = feed;
        this.intake = new Intake(client, section, feed, sink, mailbox);
        this.whenLast = whenLast;
    }

    /** @param link where it was left; null: from its beginning */
    void start(@Nullable String link) {
        if (link == null) {
            mayStartAnew = false;
            isFirst = true;
            ask(feed.first());
        } else {
            ask(feed.follow(link));
        }
    }

    /** The list itself is gone: asks what became of all that has landed of it. */
    void finish() {
        feed.eachLanded(intake::missing);
        intake.lookUp(() -> {
            feed.reached("");
            section.end(whenLast);
        });
    }

    private void ask(GraphRequest request) {
        asked = request;
        client.send(request, this);
    }

    @Override
    public void answered(Answer answer) throws IOException {
        if (section.isOver()) {
            return;
        }
        isFirst = false;
        intake.begin();
        SeenKeys told = seen;
        ListPage page = ListPage.read(answer, parser -> {
            intake.take(parser);
            if (told != null) {
                told.add(List.of(feed.items().id()));
            }
        });
        intake.end();
        if (page.findNext().isEmpty() && page.findDelta().isEmpty()) {
            throw new IOException("a page of changes that leads nowhere");
        }
        if (told != null && page.findNext().isEmpty()) {
            feed.eachLanded(id -> {
                if (!told.contains(List.of(id))) {
                    intake.missing(id);
                }
            });
        }
        intake.lookUp(() -> goOn(page));
    }

    @Override
    public void failed(GraphFailure failure) {
        if (section.isOver()) {
            return;
        }
        Optional<Runnable> otherWay = feed.findOtherWay(failure, isFirst);
        if (otherWay.isPresent()) {
            otherWay.get().run();
        } else if (failure.kind() == Kind.RESYNC && mayStartAnew) {
            seen = feed.takesOutWhatIsGone() ? new SeenKeys() : null;
            start(null);
        } else if (failure.kind() == Kind.NOT_FOUND) {
            // The folder went since the folders were listed.
            section.end(whenLast);
        } else {
            section.fail(failure);
        }
    }

    private void goOn(ListPage page) {
        String link = page.findNext().or(page::findDelta).orElseThrow();
        GraphRequest next = feed.follow(link);
        if (seen == null || page.findNext().isEmpty()) {
            feed.reached(link);
        }
        if (page.findNext().isEmpty()) {
            section.end(whenLast);
        } else if (asked != null && next.url().equals(asked.url())) {
            section.fail(new GraphFailure(Kind.REFUSED, 200, List.of("PageRepeats"), ""));
        } else {
            ask(next);
        }
    }
}
