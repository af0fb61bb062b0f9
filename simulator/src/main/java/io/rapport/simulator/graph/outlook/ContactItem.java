package io.rapport.simulator.graph.outlook;

import static io.rapport.simulator.graph.call.JsonValues.text;
import static io.rapport.simulator.graph.call.JsonValues.time;

import io.rapport.simulator.graph.odata.EntityType;
import io.rapport.simulator.mailbox.OutlookContact;
import java.nio.ByteBuffer;
import java.util.Base64;
import tools.jackson.core.JsonGenerator;

/**
 * A contact as it is written.
 *
 * @param contact what
 * @param isImmutableId whether its immutable id is wanted
 */
record ContactItem(OutlookContact contact, boolean isImmutableId) {

    static final EntityType<ContactItem> TYPE = EntityType.<ContactItem>named("microsoft.graph.contact")
            .always("@odata.etag", (json, item) -> text(json, "W/\"" + item.changeKey() + "\""))
            .always("id", (json, item) -> text(json, item.id()), ContactItem::id)
            .usual(
                    "createdDateTime",
                    (json, item) -> time(json, item.contact().created()),
                    item -> item.contact().created())
            .usual(
                    "lastModifiedDateTime",
                    (json, item) -> time(json, item.contact().lastModified()),
                    item -> item.contact().lastModified())
            .usual("changeKey", (json, item) -> text(json, item.changeKey()))
            .emptyLists(true, "categories")
            .usual("parentFolderId", (json, item) -> text(json, item.contact().folderId()))
            .empty(true, "birthday")
            .usual("fileAs", (json, item) -> text(json, item.contact().displayName()))
            .usual(
                    "displayName",
                    (json, item) -> text(json, item.contact().displayName()),
                    item -> item.contact().displayName())
            .usual("givenName", (json, item) -> text(json, item.givenName()))
            .empty(true, "initials", "middleName", "nickName")
            .usual("surname", (json, item) -> text(json, item.surname()))
            .empty(
                    true,
                    "title",
                    "yomiGivenName",
                    "yomiSurname",
                    "yomiCompanyName",
                    "generation",
                    "jobTitle",
                    "department",
                    "officeLocation",
                    "profession",
                    "businessHomePage",
                    "assistantName",
                    "manager")
            .usual("companyName", (json, item) -> text(json, item.contact().companyName()))
            .emptyLists(true, "imAddresses", "homePhones")
            .empty(true, "mobilePhone")
            .emptyLists(true, "businessPhones")
            .empty(true, "spouseName", "personalNotes")
            .emptyLists(true, "children")
            .usual("emailAddresses", ContactItem::writeAddresses)
            .build();

    String id() {
        return isImmutableId ? contact.id() : ItemId.mutable(contact.id(), contact.folderId());
    }

    boolean isCalled(String id) {
        return id.equals(contact.id()) || id.equals(ItemId.mutable(contact.id(), contact.folderId()));
    }

    private String changeKey() {
        return Base64.getEncoder()
                .encodeToString(
                        ByteBuffer.allocate(16).putLong(contact.version()).array());
    }

    private String givenName() {
        int blank = contact.displayName().indexOf(' ');
        return blank < 0 ? contact.displayName() : contact.displayName().substring(0, blank);
    }

    private String surname() {
        int blank = contact.displayName().indexOf(' ');
        return blank < 0 ? "" : contact.displayName().substring(blank + 1);
    }

    private static void writeAddresses(JsonGenerator json, ContactItem item) {
        json.writeStartArray();
        for (String address : item.contact().addresses()) {
            json.writeStartObject();
            json.writeStringProperty("name", item.contact().displayName());
            json.writeStringProperty("address", address);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
