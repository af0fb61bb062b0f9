package io.rapport.simulator.mailbox;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of somebody's contacts from its first day to its last. Times are seconds since 1970, {@link Long#MAX_VALUE} is
 * never.
 *
 * @param key its own, within its mailbox
 * @param name of whom
 * @param companyName of whom
 * @param addresses one or two
 * @param first the folder in which it is made
 * @param createdSecond when
 * @param changeSeconds when it is changed, ascending
 * @param movedSecond when it is moved
 * @param movedTo where
 * @param removedSecond when it is deleted
 */
record ContactEntry(
        long key,
        String name,
        String companyName,
        List<String> addresses,
        ContactFolder first,
        long createdSecond,
        List<Long> changeSeconds,
        long movedSecond,
        ContactFolder movedTo,
        long removedSecond) {

    private static final int DAY = 86_400;
    private static final int MOST_CHANGES = 3;
    private static final long NEVER = Long.MAX_VALUE;

    /** An entry that begins at a second, with what becomes of it drawn. */
    static ContactEntry of(
            long key, String name, String companyName, List<String> addresses, boolean isCustomer, long second) {
        Draws draws = new Draws(key);
        List<Long> changes = new ArrayList<>();
        for (long at = second; draws.isWithin(380) && changes.size() < MOST_CHANGES; ) {
            at += draws.between(1, 200) * (long) DAY + draws.below(DAY);
            changes.add(at);
        }
        boolean isMoved = isCustomer && draws.isWithin(250);
        boolean isRemoved = draws.isWithin(150);
        ContactFolder first = isCustomer && draws.isWithin(500) ? ContactFolder.CUSTOMERS : ContactFolder.CONTACTS;
        return new ContactEntry(
                key,
                name,
                companyName,
                addresses,
                first,
                second,
                List.copyOf(changes),
                isMoved ? second + draws.between(20, 400) * (long) DAY : NEVER,
                first == ContactFolder.CUSTOMERS ? ContactFolder.FORMER : ContactFolder.CUSTOMERS,
                isRemoved ? second + draws.between(5, 500) * (long) DAY : NEVER);
    }

    boolean isThere(long second) {
        return second >= createdSecond && second < removedSecond;
    }

    ContactFolder folder(long second) {
        return second >= movedSecond ? movedTo : first;
    }

    OutlookContact contact(ItemIds ids, long second) {
        long last = createdSecond;
        for (long change : changeSeconds) {
            last = change <= second ? change : last;
        }
        if (movedSecond <= second) {
            last = Math.max(last, movedSecond);
        }
        ContactFolder folder = folder(second);
        return new OutlookContact(
                ids.item(key),
                folder,
                ids.folder("contacts " + folder.name()),
                name,
                companyName,
                addresses,
                Instant.ofEpochSecond(createdSecond),
                Instant.ofEpochSecond(last),
                Chance.mix(key, last));
    }
}
