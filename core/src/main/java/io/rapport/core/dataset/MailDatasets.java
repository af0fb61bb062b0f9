package io.rapport.core.dataset;

import static io.rapport.core.dataset.ColumnType.Scalar.COUNT;
import static io.rapport.core.dataset.Schema.flag;
import static io.rapport.core.dataset.Schema.instant;
import static io.rapport.core.dataset.Schema.mailboxOwner;
import static io.rapport.core.dataset.Schema.odataType;
import static io.rapport.core.dataset.Schema.people;
import static io.rapport.core.dataset.Schema.person;
import static io.rapport.core.dataset.Schema.tenant;
import static io.rapport.core.dataset.Schema.text;
import static io.rapport.core.dataset.Schema.word;

import java.util.List;

/** Mail: one row per mailbox copy of an email; no subject, no body, no names. */
final class MailDatasets {

    static final Dataset MESSAGE = new Dataset(
            "Message_v1",
            "Mail metadata: one row per mailbox copy of an email",
            List.of("id", "puser"),
            List.of("sentDateTime", "receivedDateTime"),
            List.of(
                    text("id", "id of the copy within its mailbox"),
                    text("internetMessageId", "Message-ID header: the same in every copy"),
                    text("conversationId", "thread, as this mailbox names it"),
                    instant("sentDateTime", "when it was sent").filterable(),
                    instant("receivedDateTime", "when this mailbox received it").filterable(),
                    instant("createdDateTime", "when the copy was created").filterable(),
                    instant("lastModifiedDateTime", "when the copy last changed")
                            .filterable(),
                    person("from", "from whom it is"),
                    person("sender", "who sent it, where that is somebody else"),
                    people("toRecipients", "To"),
                    people("ccRecipients", "Cc"),
                    people("bccRecipients", "Bcc; only in the sender's copy"),
                    flag("isDraft", "not sent yet"),
                    flag("isRead", "read in this mailbox"),
                    flag("hasAttachments", "has attachments; they are not read"),
                    word("importance", "low, normal or high"),
                    word("inferenceClassification", "focused or other"),
                    text("parentFolderId", "folder in this mailbox"),
                    odataType(),
                    mailboxOwner(),
                    tenant(),
                    text("_conversationKey", "what of the thread is the same in every mailbox"),
                    Column.of("_unusableAddressCount", COUNT, "senders and recipients that are no mail address")));

    private MailDatasets() {}
}
