package io.rapport.simulator.company;

import java.util.List;
import java.util.OptionalInt;

/**
 * A customer.
 *
 * @param index its place in {@link Company#accounts()}
 * @param id in the customer profiles
 * @param name made up
 * @param domain under {@code .example}
 * @param parent index of the account that owns it, or -1
 * @param office the zone in which its people work
 * @param behaviour how its mail comes and goes
 * @param cycleOffset where in its cycle it stands on the epoch's first day
 * @param weight how much mail it brings, beside other accounts; 0 only for silent ones
 * @param inboundPerMille how many of a thousand conversations its people begin
 * @param team indices of the people who look after it; the champion first
 * @param contacts its people; the first is its champion
 * @param desk from which its newsletters come
 * @param newslettersPerMonth how often they come
 */
public record Account(
        int index,
        String id,
        String name,
        String domain,
        int parent,
        Office office,
        Behaviour behaviour,
        int cycleOffset,
        double weight,
        int inboundPerMille,
        List<Integer> team,
        List<AccountContact> contacts,
        Party desk,
        int newslettersPerMonth) {

    public Account {
        team = List.copyOf(team);
        contacts = List.copyOf(contacts);
    }

    public OptionalInt findParent() {
        return parent < 0 ? OptionalInt.empty() : OptionalInt.of(parent);
    }

    /** How lively a day of the epoch is, 1,000 being usual. */
    public int level(long day) {
        return behaviour.level(day, cycleOffset);
    }
}
