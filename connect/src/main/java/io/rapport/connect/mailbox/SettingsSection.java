package io.rapport.connect.mailbox;

import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.GraphFailure.Kind;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.ListPage;
import io.rapport.connect.graph.ObjectAnswer;
import io.rapport.connect.graph.Reply;
import io.rapport.connect.row.Rejection;
import io.rapport.connect.row.Rereads;
import io.rapport.connect.row.RowReader.Outcome;
import io.rapport.connect.row.StampedRows;
import io.rapport.core.dataset.Datasets;
import java.io.IOException;
import java.util.function.BiConsumer;

/** The settings of a mailbox. What is the matter with it, other sections say; without them, settings are not everything. */
final class SettingsSection extends Section {

    private final MailboxRequests requests;
    private final String tenant;
    private final MailboxSink sink;
    private final String mailbox;
    private final Rereads rereads = new Rereads();

    SettingsSection(MailboxVisit visit, MailboxRequests requests, String tenant, MailboxSink sink, String mailbox) {
        super(visit);
        this.requests = requests;
        this.tenant = tenant;
        this.sink = sink;
        this.mailbox = mailbox;
    }

    @Override
    void begin(BiConsumer<GraphRequest, Reply> questions) {
        open(1);
        questions.accept(
                requests.to("/mailboxSettings?$select=timeZone,workingHours"),
                new Part(
                        this,
                        failure -> failure.kind() != Kind.UNAVAILABLE && failure.kind() != Kind.THROTTLED,
                        this::finish) {
                    @Override
                    void read(Answer answer) throws IOException {
                        land(answer);
                    }
                });
    }

    private void land(Answer answer) throws IOException {
        StampedRows rows =
                new StampedRows(ListPage.JSON, Datasets.MAILBOX_SETTINGS, "#microsoft.graph.mailboxSettings", tenant);
        ObjectAnswer.read(answer, parser -> {
            if (rows.read(parser) == Outcome.ROW) {
                rows.row().set(Datasets.MAILBOX_SETTINGS.index("puser"), mailbox);
                sink.add(rows.row());
            } else {
                rereads.add(new Rejection(Datasets.MAILBOX_SETTINGS, mailbox, rows.reason()));
            }
        });
        rereads.end(sink);
    }
}
