package io.rapport.simulator.truth;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Party;
import io.rapport.simulator.mailbox.Delivery;
import io.rapport.simulator.meeting.Answer;
import io.rapport.simulator.meeting.Invitee;
import io.rapport.simulator.meeting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts meetings from the list of who met whom. Not thread-safe. */
final class MeetingTruth {

    private final Company company;
    private final Addresses addresses;
    private final Delivery delivery;
    private final Instant at;
    private final ZoneId zone;
    private final Tallies tallies;

    MeetingTruth(Company company, Addresses addresses, Instant at, ZoneId zone, Tallies tallies) {
        this.company = company;
        this.addresses = addresses;
        this.delivery = new Delivery(company);
        this.at = at;
        this.zone = zone;
        this.tallies = tallies;
    }

    void take(Meeting meeting) {
        long now = at.getEpochSecond();
        Instant start = Instant.ofEpochSecond(meeting.start(now));
        LocalDate day = LocalDate.ofInstant(start, meeting.isAllDay() ? ZoneOffset.UTC : zone);
        int organizer = addresses.listed(meeting.organizer().address());
        Set<AccountSide> organizerSides = addresses.accounts(meeting.organizer().address());
        Map<Integer, Delivery.KeptEvent> copies = copies(meeting);
        if (meeting.isCancelled(now)
                || !tallies.holds(day)
                || copies.isEmpty()
                || (organizer < 0 && organizerSides.isEmpty())) {
            return;
        }
        boolean isOrganizerHeard = copies.values().stream().anyMatch(Delivery.KeptEvent::isOrganizer);
        Set<Integer> people = new HashSet<>();
        Set<AccountSide> sides = new HashSet<>();
        invited(meeting, isOrganizerHeard, people, sides);
        copies.forEach((person, copy) -> {
            if (addresses.listed(company.party(person).address()) >= 0) {
                if (copy.answer() == Answer.DECLINED) {
                    people.remove(person);
                } else {
                    people.add(person);
                }
            }
        });
        if (organizer >= 0) {
            people.add(organizer);
            count(meeting, day, true, people, sides);
        } else if (!people.isEmpty()) {
            Set<AccountSide> all = new HashSet<>(sides);
            all.removeIf(side -> organizerSides.stream().noneMatch(own -> own.account() == side.account()));
            all.addAll(organizerSides);
            count(meeting, day, false, people, all);
        }
    }

    private Map<Integer, Delivery.KeptEvent> copies(Meeting meeting) {
        Set<Integer> candidates = new HashSet<>();
        note(meeting.organizer(), candidates);
        meeting.invitees().forEach(invitee -> note(invitee.party(), candidates));
        Map<Integer, Delivery.KeptEvent> copies = new HashMap<>();
        for (int person : candidates) {
            if (company.people().get(person).isValidUser(at)) {
                delivery.findKept(meeting, person, at).ifPresent(kept -> copies.put(person, kept));
            }
        }
        return copies;
    }

    private void note(Party party, Set<Integer> candidates) {
        if (party.kind() == Party.Kind.PERSON) {
            candidates.add(party.index());
        } else if (party.kind() == Party.Kind.LIST) {
            company.lists().get(party.index()).reach().stream().forEach(candidates::add);
        }
    }

    /** Those who were invited, but for whom it is known to have declined. */
    private void invited(Meeting meeting, boolean isOrganizerHeard, Set<Integer> people, Set<AccountSide> sides) {
        for (Invitee invitee : meeting.invitees()) {
            boolean isKnownToDecline = isOrganizerHeard && invitee.answer(at.getEpochSecond()) == Answer.DECLINED;
            if (invitee.type() != Invitee.Type.RESOURCE && !isKnownToDecline) {
                addresses.reached(invitee.party().address(), reached -> {
                    int person = addresses.listed(reached);
                    if (person >= 0) {
                        people.add(person);
                    }
                    sides.addAll(addresses.accounts(reached));
                });
            }
        }
    }

    private void count(
            Meeting meeting, LocalDate day, boolean isToAccount, Set<Integer> people, Set<AccountSide> sides) {
        Map<Integer, Set<String>> byAccount = sides.stream()
                .collect(Collectors.groupingBy(
                        AccountSide::account, Collectors.mapping(AccountSide::contact, Collectors.toSet())));
        byAccount.forEach((account, contacts) -> tallies.count(account, day, tally -> {
            tally.meeting(isToAccount, people, contacts);
            if (!meeting.isAllDay()) {
                tally.meetingLength(meeting.lengthSeconds());
            }
        }));
    }
}
