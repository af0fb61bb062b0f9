package io.rapport.bench.source;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;

/** What rows of mail and calendars have in common: times, people, and ids that look and weigh like Exchange's. */
final class RowParts {

    static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);
    private static final long FIRST_SECOND =
            LAST_DAY.minusMonths(13).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    private static final int SECONDS = 396 * 86_400;

    private static final byte[] FOLDER =
            bytes("BGAAAAAADXPIyHq0sRTqn2aVbWnRTBBwCT5jwh1xAgSbVzYcKZ2u0AAAAAAAEMAACT5jwh");
    private static final byte[] ID_START = bytes("AAMkA");
    private static final byte[] FOLDER_END = bytes("AAEMAAA=");
    private static final byte[] PERSON = bytes("{\"emailAddress\":{\"name\":\"Some Body\",\"address\":\"");
    private static final byte[] PERSON_END = bytes("\"}}");

    private final byte[] threadId = new byte[59];
    private final byte[] threadText = new byte[80];

    RowParts() {
        threadId[1] = 4;
        threadId[2] = 0x24;
    }

    static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    /** Months before the window are there too, as they are in real exports. */
    static long second(long number) {
        return FIRST_SECOND + (long) (Draw.share(number, 20) * SECONDS);
    }

    /** About 150 characters: the mailbox's part, the folder's, the item's own. */
    static void itemId(byte[] mailbox, long item, TextBuffer out) {
        out.put(ID_START)
                .put(mailbox)
                .put(FOLDER)
                .hex(Draw.bits(item, 21))
                .digits(item, 20)
                .put('=');
    }

    static void folderId(byte[] mailbox, TextBuffer out) {
        out.put(ID_START).put(mailbox).put(FOLDER).put(FOLDER_END);
    }

    static void person(byte[] address, TextBuffer out) {
        out.put(PERSON).put(address).put(PERSON_END);
    }

    /** As Exchange makes it: every mailbox names the thread differently, but for the last 16 bytes. */
    void conversationId(byte[] mailbox, long conversation, TextBuffer out) {
        System.arraycopy(mailbox, 0, threadId, 4, mailbox.length);
        long high = Draw.bits(conversation, 22);
        long low = Draw.bits(conversation, 23);
        for (int i = 0; i < 8; i++) {
            threadId[43 + i] = (byte) (high >>> (8 * i));
            threadId[51 + i] = (byte) (low >>> (8 * i));
        }
        Base64.getUrlEncoder().encode(threadId, threadText);
        out.put(threadText);
    }
}
