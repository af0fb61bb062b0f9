package io.rapport.core.dataset;

import static io.rapport.core.dataset.Schema.instant;
import static io.rapport.core.dataset.Schema.mailboxOwner;
import static io.rapport.core.dataset.Schema.tenant;
import static io.rapport.core.dataset.Schema.text;
import static io.rapport.core.dataset.Schema.word;

import java.util.List;

/** Signals of what people did. All five share 14 columns; those of Teams keep no names of teams, threads or members. */
final class ActivityDatasets {

    static final Dataset OUTLOOK_CONTACT_ACTIVITY =
            activity("OutlookContactActivity_v0", "Signals: contacts added, created, updated, removed");
    static final Dataset OUTLOOK_MAIL_ACTIVITY = activity("OutlookMailActivity_v0", "Signals: what was done with mail");
    static final Dataset OUTLOOK_MEETING_ACTIVITY =
            activity("OutlookMeetingActivity_v0", "Signals: what was done with meetings");
    static final Dataset TEAMS_CHANNEL_ACTIVITY = activity("TeamsChannelActivity_v0", "Signals: Teams channels");
    static final Dataset TEAMS_CONVERSATION_ACTIVITY =
            activity("TeamsConversationActivity_v0", "Signals: Teams conversations");

    private ActivityDatasets() {}

    private static Dataset activity(String name, String meaning) {
        return new Dataset(
                name,
                meaning,
                List.of("Id", "puser"),
                List.of("CreationTime"),
                List.of(
                        text("SignalType", "what was done"),
                        text("Id", "id of the signal"),
                        instant("StartTime", "when it began"),
                        instant("CreationTime", "when the signal was written").filterable(),
                        instant("EndTime", "when it ended"),
                        word("ItemType", "type of the item"),
                        text("AppName", "with which application"),
                        text("AadTenantId", "tenant of the person"),
                        text("ClientSessionId", "session"),
                        text("MailboxGuid", "mailbox"),
                        text("TenantName", "name of the tenant"),
                        text("OId", "object id of the person"),
                        mailboxOwner(),
                        tenant()));
    }
}
