package io.rapport.connect.mailbox;

import io.rapport.connect.graph.GraphClient;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads mailboxes, many at a time, each by a visit. For the loop's thread. */
public final class MailboxVisits {

    private final GraphClient client;
    private final String tenant;
    private final Set<MailboxContent> contents;
    private final MailboxSink sink;
    private final MessageRows messages;
    private final ContactRows contacts;
    private final EventRows events;

    /**
     * @param tenant its id, which rows carry
     * @param contents what is read of them
     * @param from where the backfill begins
     */
    public MailboxVisits(
            GraphClient client,
            String tenant,
            Set<MailboxContent> contents,
            Instant from,
            Instant now,
            MailboxSink sink) {
        this.client = client;
        this.tenant = tenant;
        this.contents = contents;
        this.sink = sink;
        this.messages = new MessageRows(tenant, from);
        this.contacts = new ContactRows(tenant);
        this.events = new EventRows(tenant, CalendarWindow.of(from, now));
    }

    /**
     * Begins to read a mailbox.
     *
     * @param mailbox its owner's object id
     * @param done hears once what became of it, and the code behind a failure, or an empty text
     */
    public void begin(String mailbox, BiConsumer<MailboxState, String> done) {
        MailboxVisit visit = new MailboxVisit(client, mailbox, sink, done);
        MailboxRequests requests = new MailboxRequests(client.endpoints(), mailbox);
        if (contents.contains(MailboxContent.MAIL)) {
            visit.add(new MailSection(visit, client, requests, messages, sink, visit::links));
        }
        if (contents.contains(MailboxContent.CONTACTS)) {
            visit.add(new ContactSection(visit, client, requests, contacts, sink, visit::links));
        }
        if (contents.contains(MailboxContent.CALENDAR)) {
            visit.add(new CalendarSection(visit, client, requests, events, sink, visit::links));
        }
        visit.add(new SettingsSection(visit, requests, tenant, sink, mailbox));
        visit.start();
    }
}
