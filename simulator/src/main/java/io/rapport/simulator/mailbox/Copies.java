package io.rapport.simulator.mailbox;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Party;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.mail.Conversation;
import io.rapport.simulator.mail.Correspondences;
import io.rapport.simulator.mail.Email;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Gathers the copies of one mailbox: what its owner sent, what was delivered, what was begun and not sent. */
final class Copies {

    private static final int DRAFT_DAYS = 17;
    private static final Comparator<Copy> NEWEST_FIRST =
            Comparator.comparingLong(Copy::receivedSecond).reversed().thenComparingLong(Copy::key);

    private final Company company;
    private final int owner;
    private final long key;
    private final long first;
    private final long last;
    private final List<Copy> copies = new ArrayList<>();

    Copies(
            Correspondences correspondences,
            Person person,
            long key,
            boolean hasOwnFolders,
            Instant from,
            Instant until) {
        this.company = correspondences.company();
        this.owner = person.index();
        this.key = key;
        this.first = from.getEpochSecond();
        this.last = until.getEpochSecond();
        // An email that was received at the first moment was sent a little before.
        Delivery delivery = new Delivery(company);
        correspondences.emails(
                owner,
                from.minusSeconds(Delivery.SLOWEST + 1L),
                until.plusSeconds(1),
                email -> delivery.copies(email, owner, hasOwnFolders, this::add));
        addDrafts();
    }

    Copy[] newestFirst() {
        Copy[] sorted = copies.toArray(Copy[]::new);
        Arrays.sort(sorted, NEWEST_FIRST);
        return sorted;
    }

    private void add(Copy copy) {
        if (copy.receivedSecond() >= first && copy.receivedSecond() <= last) {
            copies.add(copy);
        }
    }

    /** Every now and then something is begun; most of it is sent or given up later. */
    private void addDrafts() {
        long span = DRAFT_DAYS * 86_400L;
        for (long number = Math.floorDiv(first, span); number <= Math.floorDiv(last, span); number++) {
            long draftKey = Chance.mix(key, number, 3);
            Draws draws = new Draws(draftKey);
            long second = number * span + draws.between(0, (int) span - 1);
            if (company.canMail(owner, second)) {
                Party from = company.party(owner);
                Party to = company.contacts().isEmpty()
                        ? from
                        : draws.of(company.contacts()).party();
                Conversation conversation = new Conversation(draws.next(), draws.next());
                Email email = new Email(
                        Email.Kind.DRAFT,
                        draftKey,
                        conversation,
                        0,
                        second,
                        from,
                        from,
                        List.of(to),
                        List.of(),
                        List.of());
                add(new Copy(email, draftKey, false, Fate.ofDraft(second, draws)));
            }
        }
    }
}
