package io.rapport.connect.mailbox;

import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.GraphClient;
import io.rapport.connect.graph.GraphFailure;
import io.rapport.connect.graph.GraphFailure.Kind;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.ListPage;
import io.rapport.connect.graph.Reply;
import io.rapport.connect.row.Rejection;
import io.rapport.connect.row.Rereads;
import io.rapport.core.dataset.Datasets;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Reads one folder in a cloud that has no delta of messages: in the order in which messages were modified, each window
 * from where the last one ended. What moves here is modified by it; what is deleted stays landed anyway.
 *
 * <p>A window is never paged by position: a message that is modified meanwhile would move to the end, and another one
 * would slip through. Only where a whole page was modified at one time, its next page is asked for.
 */
final class ModifiedReading implements Reply {

    /** What a position begins with; links begin with the host. */
    private static final String PREFIX = "modified:";
    /** Messages that become visible later than others of their time. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final GraphClient client;
    private final Section section;
    private final MailRequests requests;
    private final MessageRows messages;
    private final MailboxSink sink;
    private final String mailbox;
    private final String folder;
    private final Runnable whenLast;
    private final Rereads rereads = new Rereads();
    private Instant from;
    private Instant latest;

    ModifiedReading(
            GraphClient client,
            Section section,
            MailRequests requests,
            MessageRows messages,
            MailboxSink sink,
            String mailbox,
            String folder,
            Runnable whenLast) {
        this.client = client;
        this.section = section;
        this.requests = requests;
        this.messages = messages;
        this.sink = sink;
        this.mailbox = mailbox;
        this.folder = folder;
        this.from = messages.from();
        this.latest = messages.from();
        this.whenLast = whenLast;
    }

    /** Whether a folder's position is one of this kind. */
    static boolean isPosition(String position) {
        return position.startsWith(PREFIX);
    }

    /** Whether a failure of a first delta request says that there is none. */
    static boolean isWithoutDelta(GraphFailure failure) {
        return failure.kind() == Kind.REFUSED
                && (failure.status() == 400 || failure.status() == 405 || failure.status() == 501);
    }

    void start() {
        client.send(requests.modified(folder, from), this);
    }

    /** @param position of the last round */
    void startAt(String position) {
        from = Instant.parse(position.substring(PREFIX.length())).minus(OVERLAP);
        latest = from;
        start();
    }

    @Override
    public void answered(Answer answer) throws IOException {
        if (section.isOver()) {
            return;
        }
        ListPage page = ListPage.read(answer, parser -> take(messages.readWhole(parser, mailbox)));
        rereads.end(sink);
        sink.reached(mailbox, folder, PREFIX + latest);
        if (page.findNext().isEmpty()) {
            section.end(whenLast);
        } else if (latest.isAfter(from)) {
            from = latest;
            start();
        } else {
            client.send(
                    GraphRequest.of(
                            mailbox, client.endpoints().follow(page.findNext().get())),
                    this);
        }
    }

    @Override
    public void failed(GraphFailure failure) {
        if (section.isOver()) {
            return;
        }
        if (failure.kind() == Kind.NOT_FOUND) {
            section.end(whenLast);
        } else {
            section.fail(failure);
        }
    }

    private void take(ItemRows.Kind kind) {
        switch (kind) {
            case ROW, AHEAD, PARTIAL -> {
                sink.counted(Datasets.MESSAGE, true);
                sink.add(messages.row());
            }
            case OLD -> sink.counted(Datasets.MESSAGE, false);
            case IGNORED, LEFT -> {
                // A list without changes tells none.
            }
            case REJECTED -> rereads.add(new Rejection(Datasets.MESSAGE, mailbox, messages.reason()));
        }
        try {
            Instant modified = Instant.parse(messages.modified());
            latest = modified.isAfter(latest) ? modified : latest;
        } catch (DateTimeParseException unknown) {
            // Without its time it moves no window.
        }
    }
}
