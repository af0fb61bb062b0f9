package io.rapport.simulator.mail;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Account;
import io.rapport.simulator.company.AccountContact;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.MailingList;
import io.rapport.simulator.company.Party;
import io.rapport.simulator.worktime.MonthDays;
import io.rapport.simulator.worktime.WorkClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A customer's people and those of ours who look after it. Some threads go through a shared mailbox, some have a mailing
 * list in copy; the form of a thread is drawn first, so that a mailbox that only these reach passes the others by.
 */
final class AccountMail implements Correspondence {

    private static final int MOST_ON_A_SIDE = 4;
    private static final int CHAMPION_PER_MILLE = 550;
    private static final int HIDDEN_PER_MILLE = 40;
    private static final int NOBODY = -2;

    private final Company company;
    private final WorkClock clock;
    private final Account account;
    private final long rate;
    private final long key;
    private final AccountRoutes routes;

    /** @param rate millionths of a thread on a usual day of a usual month */
    AccountMail(Company company, WorkClock clock, Account account, long rate, AccountRoutes routes) {
        this.company = company;
        this.clock = clock;
        this.account = account;
        this.rate = rate;
        this.routes = routes;
        this.key = Chance.mix(Chance.key(company.plan().seed(), "account mail"), account.index());
    }

    @Override
    public void emails(int month, int person, Consumer<Email> to) {
        long monthKey = Chance.mix(key, month);
        MonthDays days = MonthDays.of(clock, account.office(), month, account::level);
        int threads = days.count(rate, monthKey);
        for (int i = 0; i < threads; i++) {
            Draws draws = new Draws(Chance.mix(monthKey, 100 + i));
            AccountRoutes.Route route = routes.route(account, draws);
            long day = days.day(draws);
            List<Integer> insiders = insiders(day, draws);
            int hidden = draws.isWithin(HIDDEN_PER_MILLE) ? draws.of(account.team()) : NOBODY;
            if (person == EVERYBODY
                    || person == hidden
                    || insiders.contains(person)
                    || routes.reaches(route, account, person)) {
                thread(day, route, insiders, hidden, draws, to);
            }
        }
    }

    private void thread(
            long day, AccountRoutes.Route route, List<Integer> insiders, int hidden, Draws draws, Consumer<Email> to) {
        boolean isInbound = route == AccountRoutes.Route.SHARED_MAILBOX || draws.isWithin(account.inboundPerMille());
        List<AccountContact> outsiders = outsiders(day, draws);
        if (insiders.isEmpty() || outsiders.isEmpty()) {
            return;
        }
        MailingList list = route == AccountRoutes.Route.LIST ? routes.list(account) : null;
        Party shared = route == AccountRoutes.Route.SHARED_MAILBOX ? routes.sharedMailbox(account) : null;
        long second = isInbound
                ? clock.moment(account.office(), day, draws)
                : clock.moment(company.people().get(insiders.get(0)).office(), day, draws);
        new AccountThread(
                        company,
                        clock,
                        account,
                        insiders,
                        hidden,
                        outsiders,
                        list == null ? null : list.party(),
                        shared,
                        draws)
                .write(isInbound, second, to);
    }

    /** Who of the team takes part: the champion mostly, and here and there somebody else. */
    private List<Integer> insiders(long day, Draws draws) {
        List<Integer> present = new ArrayList<>();
        for (int person : account.team()) {
            if (company.canMail(person, day * 86_400)) {
                present.add(person);
            }
        }
        return chosen(present, 220, draws);
    }

    private List<AccountContact> outsiders(long day, Draws draws) {
        List<AccountContact> present = new ArrayList<>();
        for (AccountContact contact : account.contacts()) {
            if (contact.isPresent(day * 86_400)) {
                present.add(contact);
            }
        }
        return chosen(present, 140, draws);
    }

    private static <T> List<T> chosen(List<T> present, int othersPerMille, Draws draws) {
        if (present.isEmpty()) {
            return present;
        }
        List<T> chosen = new ArrayList<>(MOST_ON_A_SIDE);
        T lead = draws.isWithin(CHAMPION_PER_MILLE) ? present.get(0) : draws.of(present);
        chosen.add(lead);
        for (T other : present) {
            if (!other.equals(lead) && chosen.size() < MOST_ON_A_SIDE && draws.isWithin(othersPerMille)) {
                chosen.add(other);
            }
        }
        return chosen;
    }
}
