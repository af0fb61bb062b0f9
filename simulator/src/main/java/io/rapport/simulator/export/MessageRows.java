package io.rapport.simulator.export;

import io.rapport.simulator.mailbox.Message;

/** {@code Message_v1}, camelCase, in the order of Microsoft's samples. */
record MessageRows(ExportPlan.Fields fields) implements RowWriter<Owned<Message>> {

    @Override
    public void write(Owned<Message> owned, JsonRow row) {
        Message message = owned.thing();
        row.begin()
                .text("id", message.id())
                .time("createdDateTime", message.received())
                .time("lastModifiedDateTime", message.lastModified())
                .time("receivedDateTime", message.received())
                .time("sentDateTime", message.sent())
                .flag("hasAttachments", message.email().hasAttachments())
                .text("internetMessageId", message.internetMessageId())
                .text("importance", message.email().isImportant() ? "high" : "normal")
                .text("parentFolderId", message.folderId())
                .text("conversationId", message.conversationId())
                .flag("isRead", message.isRead())
                .flag("isDraft", message.isDraft())
                .text("inferenceClassification", message.isFocused() ? "focused" : "other");
        if (fields == ExportPlan.Fields.ALL) {
            String body = message.body();
            row.text("subject", message.subject())
                    .text("bodyPreview", body)
                    .text("changeKey", Long.toHexString(message.version()))
                    .flag("isReadReceiptRequested", false)
                    .object(
                            "body",
                            () -> row.text("contentType", "microsoft.graph.bodyType'html'")
                                    .text("content", "<html><body>" + body + "</body></html>"));
        }
        row.party("sender", message.email().sender())
                .party("from", message.email().from())
                .parties("toRecipients", message.email().to())
                .parties("ccRecipients", message.email().cc())
                .parties("bccRecipients", message.bcc())
                .end("#microsoft.graph.message", owned.owner());
    }
}
