package io.rapport.simulator.graph.directory;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.MailingList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A list as the directory shows it at an instant.
 *
 * @param list which
 * @param company whose
 * @param at when
 */
record DirectoryGroup(MailingList list, Company company, Instant at) {

    boolean isUnified() {
        return list.kind() == MailingList.Kind.UNIFIED;
    }

    boolean isSecurityEnabled() {
        return list.kind() == MailingList.Kind.SECURITY_GROUP;
    }

    String mailNickname() {
        String mail = list.party().address();
        return mail.substring(0, mail.indexOf('@'));
    }

    /** People and lists that are members themselves. */
    List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (int person : list.people(at, company)) {
            members.add(Member.of(new DirectoryUser(company.people().get(person), at)));
        }
        for (int nested : list.lists()) {
            members.add(Member.of(new DirectoryGroup(company.lists().get(nested), company, at)));
        }
        return members;
    }

    /** The members, and theirs, and so on; each once. */
    List<Member> transitiveMembers() {
        Set<Member> all = new LinkedHashSet<>();
        addMembers(all);
        return List.copyOf(all);
    }

    private void addMembers(Set<Member> all) {
        for (Member member : members()) {
            DirectoryGroup nested = member.group();
            if (all.add(member) && nested != null) {
                nested.addMembers(all);
            }
        }
    }
}
