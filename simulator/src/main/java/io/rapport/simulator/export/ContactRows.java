package io.rapport.simulator.export;

import io.rapport.simulator.company.Wording;
import io.rapport.simulator.mailbox.OutlookContact;

/** {@code Contact_v1}, camelCase. */
record ContactRows(ExportPlan.Fields fields) implements RowWriter<Owned<OutlookContact>> {

    @Override
    public void write(Owned<OutlookContact> owned, JsonRow row) {
        OutlookContact contact = owned.thing();
        row.begin()
                .text("id", contact.id())
                .time("createdDateTime", contact.created())
                .time("lastModifiedDateTime", contact.lastModified())
                .text("parentFolderId", contact.folderId())
                .text("companyName", contact.companyName());
        if (fields == ExportPlan.Fields.ALL) {
            row.text("changeKey", Long.toHexString(contact.version()))
                    .text("displayName", contact.displayName())
                    .text("personalNotes", Wording.body(contact.version()))
                    .text("birthday", null);
        }
        row.array(
                        "emailAddresses",
                        () -> contact.addresses()
                                .forEach(address -> row.element(() ->
                                        row.text("name", contact.displayName()).text("address", address))))
                .end("#microsoft.graph.contact", owned.owner());
    }
}
