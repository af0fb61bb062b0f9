package io.rapport.bench.source;

import static io.rapport.bench.source.RowParts.bytes;

/** CalendarView_v0: a meeting for every ten emails, a copy in the mailbox of every colleague who is on it. */
final class EventRows implements TextRows {

    private static final byte[] ID = bytes("{\"id\":\"");
    private static final byte[] CHANGED = bytes("\",\"iCalUId\":\"040000008200E00074C5B7101A82E008");
    private static final byte[] SUBJECT = bytes("\",\"subject\":\"Weekly review\",\"importance\":\"normal\","
            + "\"sensitivity\":\"normal\",\"isAllDay\":false,\"type\":\"microsoft.graph.eventType'singleInstance'\","
            + "\"isOnlineMeeting\":true,\"showAs\":\"busy\",\"isCancelled\":");
    private static final byte[] TRUE = bytes("true");
    private static final byte[] FALSE = bytes("false");
    private static final byte[] RESPONSE = bytes(
            ",\"responseStatus\":{\"response\":\"accepted\",\"time\":\"2026-01-01T00:00:00Z\"},\"start\":{\"dateTime\":\"");
    private static final byte[] END_TIME = bytes(".0000000\",\"timeZone\":\"UTC\"},\"end\":{\"dateTime\":\"");
    private static final byte[] ORGANIZER = bytes(".0000000\",\"timeZone\":\"UTC\"},\"organizer\":");
    private static final byte[] ATTENDEES = bytes(",\"attendees\":[");
    private static final byte[] ATTENDEE = bytes(
            "{\"type\":\"required\",\"status\":{\"response\":\"accepted\",\"time\":\"0001-01-01T00:00:00Z\"},\"emailAddress\":{\"name\":\"Somebody\",\"address\":\"");
    private static final byte[] ATTENDEE_END = bytes("\"}}");
    private static final byte[] OWNER = bytes("],\"ODataType\":\"#microsoft.graph.event\",\"puser\":\"");
    private static final byte[] END = bytes("\",\"ptenant\":\"0f0e0d0c-0000-4000-8000-0000000c0de0\"}\n");
    private static final long QUARTER_HOUR = 900;

    private final Company company;
    private final long meetings;
    private final Email people = new Email();
    private long next;
    private int copy;

    EventRows(Company company, long emails) {
        this.company = company;
        this.meetings = emails / 10;
    }

    @Override
    public boolean next(TextBuffer out) {
        while (next < meetings) {
            // Who meets whom is drawn as who writes to whom is, from numbers that no email has.
            people.become(-1 - next * 3);
            if (copy < people.copyCount) {
                write(company.id(people.mailboxes[copy]), out);
                copy++;
                return true;
            }
            copy = 0;
            next++;
        }
        return false;
    }

    private void write(byte[] mailbox, TextBuffer out) {
        long start = RowParts.second(-1 - next) / QUARTER_HOUR * QUARTER_HOUR;
        out.put(ID);
        RowParts.itemId(mailbox, (next + (1L << 40)) * 8 + copy, out);
        out.put(CHANGED)
                .hex(Draw.bits(next, 30))
                .hex(Draw.bits(next, 31))
                .put(SUBJECT)
                .put(Draw.share(next, 32) < 0.08 ? TRUE : FALSE);
        out.put(RESPONSE).instant(start).put(END_TIME).instant(start + QUARTER_HOUR * (1 + Draw.even(next, 33, 6)));
        out.put(ORGANIZER);
        RowParts.person(company.address(people.sender), out);
        out.put(ATTENDEES);
        for (int i = 0; i < people.recipientCount; i++) {
            if (i > 0) {
                out.put(',');
            }
            out.put(ATTENDEE).put(company.address(people.recipients[i])).put(ATTENDEE_END);
        }
        out.put(OWNER).put(mailbox).put(END);
    }
}
