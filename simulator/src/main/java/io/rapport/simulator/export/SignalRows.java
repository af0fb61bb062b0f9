package io.rapport.simulator.export;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.mailbox.ContactSignal;
import java.util.List;

/** {@code OutlookContactActivity_v0}: all 14 columns, PascalCase. */
record SignalRows(String tenantId) implements RowWriter<Owned<ContactSignal>> {

    private static final List<String> APPLICATIONS = List.of("OutlookDesktop", "OWA", "OutlookMobile", "Unknown");

    @Override
    public void write(Owned<ContactSignal> owned, JsonRow row) {
        ContactSignal signal = owned.thing();
        Person person = owned.owner();
        long key = Chance.key(signal.at().getEpochSecond(), signal.id());
        row.begin()
                .text("SignalType", signal.type().wireName())
                .text("Id", signal.id())
                .time("StartTime", signal.at())
                .time("CreationTime", signal.written())
                .time("EndTime", signal.at())
                .text("ItemType", "Contact")
                .text("AppName", APPLICATIONS.get(Chance.below(key, APPLICATIONS.size())))
                .text("AadTenantId", tenantId)
                .text("ClientSessionId", signal.id().substring(8))
                .text("MailboxGuid", person.mailboxGuid())
                .text("TenantName", Company.INITIAL_DOMAIN)
                .text("OId", person.id())
                .text("puser", person.id())
                .end();
    }
}
