package io.rapport.simulator.export;

import io.rapport.simulator.company.MailingList;
import java.util.List;

/** {@code GroupDetails_v0}, camelCase. */
record GroupRows() implements RowWriter<MailingList> {

    @Override
    public void write(MailingList list, JsonRow row) {
        boolean isUnified = list.kind() == MailingList.Kind.UNIFIED;
        row.begin()
                .text("id", list.id())
                .text("displayName", list.party().name())
                .texts("groupTypes", isUnified ? List.of("Unified") : List.of())
                .text("mail", list.party().address())
                .flag("mailEnabled", true)
                .texts("proxyAddresses", List.of("SMTP:" + list.party().address()))
                .flag("securityEnabled", list.kind() == MailingList.Kind.SECURITY_GROUP)
                .text("visibility", isUnified ? "Private" : null)
                .text("ODataType", "#microsoft.graph.group")
                .text("pObjectId", list.id())
                .end();
    }
}
