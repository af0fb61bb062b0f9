package io.rapport.simulator.truth;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Party;
import io.rapport.simulator.mail.Conversation;
import io.rapport.simulator.mail.Email;
import io.rapport.simulator.mailbox.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts emails, each once, from the list of who wrote to whom. Not thread-safe. */
final class EmailTruth {

    private static final Duration LATEST_REPLY = Duration.ofDays(14);

    private final Company company;
    private final Addresses addresses;
    private final Delivery delivery;
    private final Instant from;
    private final Instant at;
    private final ZoneId zone;
    private final Tallies tallies;
    private final Map<Exchange, List<Turn>> threads = new HashMap<>();

    EmailTruth(Company company, Addresses addresses, Instant from, Instant at, ZoneId zone, Tallies tallies) {
        this.company = company;
        this.addresses = addresses;
        this.delivery = new Delivery(company);
        this.from = from;
        this.at = at;
        this.zone = zone;
        this.tallies = tallies;
    }

    /** The emails of a conversation that count for one account. */
    private record Exchange(int account, Conversation conversation) {}

    /** One of them. */
    private record Turn(long second, String messageId, boolean isToAccount) {}

    void take(Email email) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(email.sentSecond()), zone);
        int sender = addresses.listed(email.from().address());
        Set<AccountSide> senderSides = addresses.accounts(email.from().address());
        if (!tallies.holds(day) || (sender < 0 && senderSides.isEmpty())) {
            return;
        }
        Seen seen = seen(email);
        if (!seen.isSeen) {
            return;
        }
        Set<Integer> people = new HashSet<>(seen.owners);
        people.remove(sender);
        Set<AccountSide> sides = new HashSet<>();
        recipients(email, seen.isSentCopySeen)
                .forEach(address -> addresses.reached(address, reached -> {
                    int person = addresses.listed(reached);
                    if (person >= 0) {
                        people.add(person);
                    }
                    sides.addAll(addresses.accounts(reached));
                }));
        if (sender >= 0) {
            people.add(sender);
            count(email, day, true, people, sides);
        } else if (!people.isEmpty()) {
            Set<AccountSide> all = new HashSet<>(sides);
            all.removeIf(side -> senderSides.stream().noneMatch(own -> own.account() == side.account()));
            all.addAll(senderSides);
            count(email, day, false, people, all);
        }
    }

    /** Counts the replies, once all emails have been taken. */
    void finish() {
        threads.forEach((thread, turns) -> {
            turns.sort(Comparator.comparingLong(Turn::second).thenComparing(Turn::messageId));
            for (int i = 1; i < turns.size(); i++) {
                Turn turn = turns.get(i);
                Turn before = turns.get(i - 1);
                long seconds = turn.second - before.second;
                if (!turn.isToAccount && before.isToAccount && seconds <= LATEST_REPLY.toSeconds()) {
                    LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(turn.second), zone);
                    tallies.count(thread.account, day, tally -> tally.reply(seconds));
                }
            }
        });
    }

    private void count(Email email, LocalDate day, boolean isToAccount, Set<Integer> people, Set<AccountSide> sides) {
        Map<Integer, Set<String>> byAccount = sides.stream()
                .collect(Collectors.groupingBy(
                        AccountSide::account, Collectors.mapping(AccountSide::contact, Collectors.toSet())));
        byAccount.forEach((account, contacts) -> {
            tallies.count(account, day, tally -> tally.email(isToAccount, people, contacts));
            threads.computeIfAbsent(new Exchange(account, email.conversation()), any -> new ArrayList<>())
                    .add(new Turn(email.sentSecond(), email.internetMessageId(), isToAccount));
        });
    }

    /** What exported mailboxes hold of an email. */
    private record Seen(boolean isSeen, boolean isSentCopySeen, Set<Integer> owners) {}

    private Seen seen(Email email) {
        Set<Integer> candidates = new HashSet<>();
        List<Party> named = new ArrayList<>(email.to());
        named.addAll(email.cc());
        named.addAll(email.bcc());
        named.add(email.sender());
        for (Party party : named) {
            if (party.kind() == Party.Kind.PERSON) {
                candidates.add(party.index());
            } else if (party.kind() == Party.Kind.LIST) {
                company.lists().get(party.index()).reach().stream().forEach(candidates::add);
            }
        }
        boolean isSeen = false;
        boolean isSentCopySeen = false;
        Set<Integer> owners = new HashSet<>();
        for (int person : candidates) {
            if (company.people().get(person).isValidUser(at)) {
                for (Delivery.Kept kept : delivery.kept(email, person, at)) {
                    if (!kept.received().isBefore(from)) {
                        isSeen = true;
                        isSentCopySeen |= kept.isSent();
                        if (addresses.listed(company.party(person).address()) >= 0) {
                            owners.add(person);
                        }
                    }
                }
            }
        }
        return new Seen(isSeen, isSentCopySeen, owners);
    }

    private static Set<String> recipients(Email email, boolean isBccKnown) {
        Set<String> recipients = new HashSet<>();
        email.to().forEach(party -> recipients.add(party.address()));
        email.cc().forEach(party -> recipients.add(party.address()));
        if (isBccKnown) {
            email.bcc().forEach(party -> recipients.add(party.address()));
        }
        return recipients;
    }
}
