package io.rapport.bench.source;

import static io.rapport.bench.source.RowParts.bytes;

/**
 * Message_v1: the first copy of every email, then the second of those that have one, and so on, so that an email's copies
 * lie far apart, as they do in exports that go mailbox by mailbox.
 */
final class MessageRows implements TextRows {

    private static final byte[] ID = bytes("{\"id\":\"");
    private static final byte[] CREATED = bytes("\",\"createdDateTime\":\"");
    private static final byte[] CHANGED = bytes("Z\",\"lastModifiedDateTime\":\"");
    private static final byte[] RECEIVED = bytes("Z\",\"receivedDateTime\":\"");
    private static final byte[] SENT = bytes("Z\",\"sentDateTime\":\"");
    private static final byte[] MESSAGE_ID = bytes("Z\",\"hasAttachments\":false,\"internetMessageId\":\"<DM6NAM12");
    private static final byte[] SUBJECT = bytes("@DM6NAM12FT007.namprd12.prod.outlook.com>\","
            + "\"subject\":\"Re: the thing that we talked about last week\",\"importance\":\"normal\","
            + "\"parentFolderId\":\"");
    private static final byte[] CONVERSATION = bytes("\",\"conversationId\":\"");
    private static final byte[] FLAGS = bytes("\",\"isDeliveryReceiptRequested\":null,\"isReadReceiptRequested\":false,"
            + "\"isRead\":true,\"isDraft\":false,"
            + "\"inferenceClassification\":\"focused\",\"sender\":");
    private static final byte[] FROM = bytes(",\"from\":");
    private static final byte[] TO = bytes(",\"toRecipients\":[");
    private static final byte[] CC = bytes("],\"ccRecipients\":[");
    private static final byte[] OWNER =
            bytes("],\"bccRecipients\":[],\"replyTo\":[],\"ODataType\":\"#microsoft.graph.message\",\"puser\":\"");
    private static final byte[] END = bytes("\",\"ptenant\":\"0f0e0d0c-0000-4000-8000-0000000c0de0\","
            + "\"rowinformation\":{\"errorInformation\":null,\"userReturnedNoData\":false,\"isUserSummaryRow\":false,"
            + "\"userHasCompleteData\":true}}\n");

    private final Company company;
    private final long emails;
    private final RowParts parts = new RowParts();
    private final Email email = new Email();
    private long next;
    private int copy;
    private boolean isCopyFound;

    MessageRows(Company company, long emails) {
        this.company = company;
        this.emails = emails;
    }

    @Override
    public boolean next(TextBuffer out) {
        while (true) {
            if (next == emails) {
                if (!isCopyFound) {
                    return false;
                }
                next = 0;
                copy++;
                isCopyFound = false;
            }
            email.become(next++);
            if (email.copyCount > copy) {
                isCopyFound = true;
                write(company.id(email.mailboxes[copy]), out);
                return true;
            }
        }
    }

    private void write(byte[] mailbox, TextBuffer out) {
        long second = RowParts.second(email.conversation()) + 3_600 * (email.number % 4);
        out.put(ID);
        RowParts.itemId(mailbox, email.number * 8 + copy, out);
        out.put(CREATED).instant(second).put(CHANGED).instant(second + 60);
        out.put(RECEIVED).instant(second + 2).put(SENT).instant(second);
        out.put(MESSAGE_ID)
                .hex(Draw.bits(email.number, 24))
                .digits(email.number, 12)
                .put(SUBJECT);
        RowParts.folderId(mailbox, out);
        out.put(CONVERSATION);
        parts.conversationId(mailbox, email.conversation(), out);
        out.put(FLAGS);
        RowParts.person(company.address(email.sender), out);
        out.put(FROM);
        RowParts.person(company.address(email.sender), out);
        out.put(TO);
        RowParts.person(company.address(email.recipients[0]), out);
        out.put(CC);
        for (int i = 1; i < email.recipientCount; i++) {
            if (i > 1) {
                out.put(',');
            }
            RowParts.person(company.address(email.recipients[i]), out);
        }
        out.put(OWNER).put(mailbox).put(END);
    }
}
