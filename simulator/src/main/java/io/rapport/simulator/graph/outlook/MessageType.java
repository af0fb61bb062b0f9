package io.rapport.simulator.graph.outlook;

import static io.rapport.simulator.graph.call.JsonValues.plain;
import static io.rapport.simulator.graph.call.JsonValues.text;
import static io.rapport.simulator.graph.call.JsonValues.time;

import io.rapport.simulator.graph.odata.EntityType;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.graph.odata.Selection;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** {@code microsoft.graph.message}. */
final class MessageType {

    /** What Mail.ReadBasic.All doesn't reach. */
    private static final Set<String> NOT_BASIC = Set.of(
            "body",
            "bodyPreview",
            "uniqueBody",
            "attachments",
            "extensions",
            "singleValueExtendedProperties",
            "multiValueExtendedProperties");

    private static final int PREVIEW = 255;

    static final EntityType<MailItem> TYPE = EntityType.<MailItem>named("microsoft.graph.message")
            .always("@odata.etag", MessageType::etag)
            .always("id", (json, item) -> plain(json, item.id()), MailItem::id)
            .usual(
                    "createdDateTime",
                    (json, item) -> time(json, item.message().received()),
                    item -> item.message().received())
            .usual(
                    "lastModifiedDateTime",
                    (json, item) -> time(json, item.message().lastModified()),
                    item -> item.message().lastModified())
            .usual("changeKey", (json, item) -> plain(json, item.changeKey()))
            .emptyLists(true, "categories")
            .usual(
                    "receivedDateTime",
                    (json, item) -> time(json, item.message().received()),
                    item -> item.message().received())
            .usual(
                    "sentDateTime",
                    (json, item) -> time(json, item.message().sent()),
                    item -> item.message().sent())
            .usual(
                    "hasAttachments",
                    (json, item) -> json.writeBoolean(item.message().email().hasAttachments()),
                    item -> item.message().email().hasAttachments())
            .usual(
                    "internetMessageId",
                    (json, item) -> text(json, item.message().internetMessageId()),
                    item -> item.message().internetMessageId())
            .usual(
                    "subject",
                    (json, item) -> text(json, item.message().subject()),
                    item -> item.message().subject())
            .usual(
                    "bodyPreview",
                    (json, item) -> text(json, preview(item.message().body())))
            .usual("importance", (json, item) -> text(json, importance(item)), MessageType::importance)
            .usual("parentFolderId", (json, item) -> plain(json, item.message().folderId()))
            .usual(
                    "conversationId",
                    (json, item) -> plain(json, item.message().conversationId()),
                    item -> item.message().conversationId())
            .usual("conversationIndex", (json, item) -> plain(json, item.conversationIndex()))
            .empty(true, "isDeliveryReceiptRequested")
            .usual("isReadReceiptRequested", (json, item) -> json.writeBoolean(false))
            .usual(
                    "isRead",
                    (json, item) -> json.writeBoolean(item.message().isRead()),
                    item -> item.message().isRead())
            .usual(
                    "isDraft",
                    (json, item) -> json.writeBoolean(item.message().isDraft()),
                    item -> item.message().isDraft())
            .usual(
                    "webLink",
                    (json, item) -> text(json, "https://outlook.office365.com/owa/?ItemID=" + item.id() + "&exvsurl=1"))
            .usual(
                    "inferenceClassification",
                    (json, item) -> text(json, item.message().isFocused() ? "focused" : "other"),
                    item -> item.message().isFocused() ? "focused" : "other")
            .usual("body", MessageType::writeBody)
            .usual(
                    "sender",
                    (json, item) ->
                            Recipients.write(json, item.message().email().sender()))
            .usual(
                    "from",
                    (json, item) ->
                            Recipients.write(json, item.message().email().from()))
            .usual(
                    "toRecipients",
                    (json, item) ->
                            Recipients.writeAll(json, item.message().email().to()))
            .usual(
                    "ccRecipients",
                    (json, item) ->
                            Recipients.writeAll(json, item.message().email().cc()))
            .usual(
                    "bccRecipients",
                    (json, item) -> Recipients.writeAll(json, item.message().bcc()))
            .emptyLists(true, "replyTo")
            .usual("flag", (json, item) -> {
                json.writeStartObject();
                json.writeStringProperty("flagStatus", "notFlagged");
                json.writeEndObject();
            })
            .onSelect("internetMessageHeaders", MessageType::writeHeaders)
            .onSelect("uniqueBody", MessageType::writeBody)
            .filterable(
                    "from/emailAddress/address",
                    item -> item.message().email().from().address())
            .filterable(
                    "sender/emailAddress/address",
                    item -> item.message().email().sender().address())
            .build();

    private MessageType() {}

    /**
     * What is written for a caller.
     *
     * @param names empty for the default properties
     * @param isBasic whether the caller may not read bodies; then they are left out, and naming one is refused
     */
    static Selection<MailItem> selection(Set<String> names, boolean isBasic) {
        if (isBasic && names.stream().anyMatch(NOT_BASIC::contains)) {
            throw GraphRefusal.accessDenied();
        }
        return isBasic && (names.isEmpty() || names.contains("*"))
                ? TYPE.defaultsWithout(NOT_BASIC)
                : TYPE.select(names);
    }

    private static void etag(JsonGenerator json, MailItem item) {
        // Its quotes are escaped already.
        plain(json, "W/\\\"" + item.changeKey() + "\\\"");
    }

    private static String importance(MailItem item) {
        return item.message().email().isImportant() ? "high" : "normal";
    }

    private static String preview(String body) {
        return body.length() <= PREVIEW ? body : body.substring(0, PREVIEW);
    }

    private static void writeBody(JsonGenerator json, MailItem item) {
        json.writeStartObject();
        json.writeStringProperty("contentType", "text");
        json.writeStringProperty("content", item.message().body());
        json.writeEndObject();
    }

    private static void writeHeaders(JsonGenerator json, MailItem item) {
        json.writeStartArray();
        List<String> values = List.of("Message-ID", item.message().internetMessageId(), "MIME-Version", "1.0");
        for (int i = 0; i < values.size(); i += 2) {
            json.writeStartObject();
            json.writeStringProperty("name", values.get(i));
            json.writeStringProperty("value", values.get(i + 1));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
