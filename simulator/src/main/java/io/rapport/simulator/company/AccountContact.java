package io.rapport.simulator.company;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at a customer.
 *
 * @param index its place in {@link Company#contacts()}
 * @param account index of the account
 * @param id in the customer profiles
 * @param party name and address
 * @param second the same person under an address that only Outlook contacts know, or null
 * @param isInProfiles whether the contact data set of the customer profiles has this person
 * @param fromSecond first moment at the customer, in seconds since 1970
 * @param untilSecond last moment there; {@link Long#MAX_VALUE}: stays
 */
public record AccountContact(
        int index,
        int account,
        String id,
        Party party,
        @Nullable Party second,
        boolean isInProfiles,
        long fromSecond,
        long untilSecond) {

    public Optional<Party> findSecond() {
        return Optional.ofNullable(second);
    }

    /** Whether this person writes for the customer at that second. */
    public boolean isPresent(long second) {
        return second >= fromSecond && second < untilSecond;
    }
}
