package io.rapport.simulator.export;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.MailingList;
import io.rapport.simulator.company.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody, or a list, that is a direct member of a list.
 *
 * @param list whose member it is
 * @param id of the member
 * @param name of the member; private
 * @param isList whether the member is a list
 */
record Membership(MailingList list, String id, String name, boolean isList) {

    static List<Membership> of(MailingList list, Company company, Instant at) {
        List<Membership> members = new ArrayList<>();
        for (int person : list.people(at, company)) {
            Person member = company.people().get(person);
            members.add(new Membership(list, member.id(), member.displayName(), false));
        }
        for (int nested : list.lists()) {
            MailingList member = company.lists().get(nested);
            members.add(new Membership(list, member.id(), member.party().name(), true));
        }
        return members;
    }

    /** {@code GroupMembers_v0}: direct members only. */
    static void write(Membership member, JsonRow row) {
        row.begin()
                .text("id", member.id())
                .text("displayName", member.name())
                .text("ODataType", member.isList() ? "#microsoft.graph.group" : "#microsoft.graph.user")
                .text("pObjectId", member.list().id())
                .end();
    }
}
