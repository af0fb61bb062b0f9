package io.rapport.simulator.company;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;

/**
 * A mailing list, Microsoft 365 group or security group with a mail address. Who is in it doesn't change; people who
 * have not joined yet are no entries of the directory, and so no members.
 *
 * @param index its place in {@link Company#lists()}
 * @param id Entra's object id
 * @param kind what the directory says it is
 * @param party name and address
 * @param people indices of its direct members, ascending
 * @param lists indices of the lists that are members of it
 * @param reach all whom it reaches, through nested lists too, by index of the person; not to be changed
 */
public record MailingList(
        int index, String id, Kind kind, Party party, List<Integer> people, List<Integer> lists, BitSet reach) {

    /** What the directory says a list is. */
    public enum Kind {
        DISTRIBUTION_LIST,
        SECURITY_GROUP,
        UNIFIED
    }

    public MailingList {
        people = List.copyOf(people);
        lists = List.copyOf(lists);
    }

    public boolean reaches(int person) {
        return reach.get(person);
    }

    /** Direct members that the directory has at that time. */
    public List<Integer> people(Instant at, Company company) {
        return people.stream()
                .filter(person -> company.people().get(person).isInDirectory(at))
                .toList();
    }
}
