package io.rapport.simulator.mail;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Account;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.MailingList;
import io.rapport.simulator.company.Party;
import io.rapport.simulator.company.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** By which ways beside the people themselves the mail of an account goes: shared mailboxes, lists in copy. */
final class AccountRoutes {

    private static final int SHARED_PER_MILLE = 90;
    private static final int LIST_PER_MILLE = 60;
    private static final int ACCOUNTS_WITH_SHARED = 250;
    private static final int ACCOUNTS_WITH_LIST = 150;

    private final long key;
    private final List<Party> sharedMailboxes;
    private final @Nullable MailingList[] teamOf;

    AccountRoutes(Company company) {
        this.key = Chance.key(company.plan().seed(), "account routes");
        this.sharedMailboxes = company.people().stream()
                .filter(Person::isSharedMailbox)
                .map(person -> company.party(person.index()))
                .toList();
        this.teamOf = new MailingList[company.people().size()];
        for (MailingList team : company.teams()) {
            team.people().forEach(person -> teamOf[person] = team);
        }
    }

    /** The way of a thread. */
    enum Route {
        PEOPLE,
        SHARED_MAILBOX,
        LIST
    }

    /** Draws once, whatever comes of it. */
    Route route(Account account, Draws draws) {
        int drawn = draws.below(1000);
        if (drawn < SHARED_PER_MILLE) {
            return hasSharedMailbox(account) ? Route.SHARED_MAILBOX : Route.PEOPLE;
        }
        return drawn < SHARED_PER_MILLE + LIST_PER_MILLE && list(account) != null ? Route.LIST : Route.PEOPLE;
    }

    /** Whether a thread on this route can reach somebody who is not of the account's team. */
    boolean reaches(Route route, Account account, int person) {
        MailingList list = route == Route.LIST ? list(account) : null;
        return list != null
                ? list.reaches(person)
                : route == Route.SHARED_MAILBOX && sharedMailbox(account).index() == person;
    }

    /** All whom mail of the account can reach. */
    void reached(Account account, IntConsumer person) {
        List<Integer> all = new ArrayList<>(account.team());
        MailingList list = list(account);
        if (list != null) {
            list.people().stream()
                    .filter(member -> !account.team().contains(member))
                    .forEach(all::add);
        }
        if (hasSharedMailbox(account)) {
            all.add(sharedMailbox(account).index());
        }
        all.forEach(person::accept);
    }

    Party sharedMailbox(Account account) {
        return sharedMailboxes.get(Chance.below(Chance.mix(key, account.index(), 2), sharedMailboxes.size()));
    }

    /** The champion's team where the account has it in copy, else null. */
    @Nullable
    MailingList list(Account account) {
        return !account.team().isEmpty() && Chance.isWithin(Chance.mix(key, account.index(), 3), ACCOUNTS_WITH_LIST)
                ? teamOf[account.team().get(0)]
                : null;
    }

    private boolean hasSharedMailbox(Account account) {
        return Chance.isWithin(Chance.mix(key, account.index(), 1), ACCOUNTS_WITH_SHARED);
    }
}
