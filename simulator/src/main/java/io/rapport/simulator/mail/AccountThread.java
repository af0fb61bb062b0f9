package io.rapport.simulator.mail;

import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Account;
import io.rapport.simulator.company.AccountContact;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Office;
import io.rapport.simulator.company.Party;
import io.rapport.simulator.worktime.WorkClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One thread between a customer and us, on its way. Not thread-safe; lives as long as it is written. */
final class AccountThread {

    private static final int GOES_ON_PER_MILLE = 640;
    private static final int MOST_EMAILS = 10;
    private static final int OTHER_SIDE_PER_MILLE = 850;
    private static final int NEW_CONVERSATION_PER_MILLE = 50;
    private static final int AT_HOME_PER_MILLE = 10;
    private static final int SECOND_ADDRESS_PER_MILLE = 100;
    private static final int ALIAS_PER_MILLE = 60;
    private static final int OUTSIDE_PERCENT = 190;
    private static final int INSIDE_PERCENT = 110;

    private final Company company;
    private final WorkClock clock;
    private final Account account;
    private final List<Integer> insiders;
    private final int hidden;
    private final List<AccountContact> outsiders;
    private final @Nullable Party list;
    private final @Nullable Party shared;
    private final Draws draws;
    private Conversation conversation;

    AccountThread(
            Company company,
            WorkClock clock,
            Account account,
            List<Integer> insiders,
            int hidden,
            List<AccountContact> outsiders,
            @Nullable Party list,
            @Nullable Party shared,
            Draws draws) {
        this.company = company;
        this.clock = clock;
        this.account = account;
        this.insiders = insiders;
        this.hidden = hidden;
        this.outsiders = outsiders;
        this.list = list;
        this.shared = shared;
        this.draws = draws;
        this.conversation = new Conversation(draws.next(), draws.next());
    }

    /** Writes it to its end: until nobody answers, or who should has left. */
    void write(boolean isInbound, long begin, Consumer<Email> to) {
        boolean isFromOutside = isInbound;
        long second = begin;
        for (int place = 0; place < MOST_EMAILS; place++) {
            Email email = isFromOutside ? inbound(place, second) : outbound(place, second);
            if (email == null) {
                return;
            }
            to.accept(email);
            if (!draws.isWithin(GOES_ON_PER_MILLE)) {
                return;
            }
            if (draws.isWithin(OTHER_SIDE_PER_MILLE)) {
                isFromOutside = !isFromOutside;
            }
            second = answered(isFromOutside, second);
            if (second - begin > Correspondence.LONGEST_THREAD_DAYS * 86_400L) {
                return;
            }
            if (isFromOutside && draws.isWithin(NEW_CONVERSATION_PER_MILLE)) {
                conversation = new Conversation(draws.next(), draws.next());
            }
        }
    }

    private long answered(boolean isFromOutside, long second) {
        Office office = isFromOutside
                ? account.office()
                : company.people().get(insiders.get(0)).office();
        return Answering.moment(clock, office, second, isFromOutside ? OUTSIDE_PERCENT : INSIDE_PERCENT, draws);
    }

    private @Nullable Email outbound(int place, long second) {
        int sender = draws.isWithin(850) ? insiders.get(0) : draws.of(insiders);
        if (!company.canMail(sender, second)) {
            return null;
        }
        List<Party> to = new ArrayList<>(2);
        List<Party> cc = new ArrayList<>(4);
        for (int i = 0; i < outsiders.size(); i++) {
            (i < 2 ? to : cc).add(addressed(outsiders.get(i)));
        }
        for (int insider : insiders) {
            if (insider != sender && company.canMail(insider, second)) {
                cc.add(company.party(insider));
            }
        }
        if (list != null) {
            cc.add(list);
        }
        Party person = company.party(sender);
        Party atHome = draws.isWithin(AT_HOME_PER_MILLE) ? company.atHome(sender) : null;
        if (atHome != null && shared == null) {
            cc.add(person);
            return email(place, second, atHome, atHome, to, cc, List.of());
        }
        return email(place, second, shared != null ? shared : person, person, to, cc, bcc(second));
    }

    private @Nullable Email inbound(int place, long second) {
        AccountContact contact = draws.isWithin(850) ? outsiders.get(0) : draws.of(outsiders);
        if (!contact.isPresent(second)) {
            return null;
        }
        List<Party> to = new ArrayList<>(2);
        List<Party> cc = new ArrayList<>(4);
        if (shared != null) {
            to.add(shared);
        }
        for (int i = shared != null && place == 0 ? insiders.size() : 0; i < insiders.size(); i++) {
            int insider = insiders.get(i);
            if (company.canMail(insider, second)) {
                (i == 0 ? to : cc)
                        .add(draws.isWithin(ALIAS_PER_MILLE) ? company.alias(insider) : company.party(insider));
            }
        }
        if (to.isEmpty() && cc.isEmpty()) {
            return null;
        }
        for (AccountContact other : outsiders) {
            if (!other.equals(contact)) {
                cc.add(other.party());
            }
        }
        if (list != null && place > 0) {
            cc.add(list);
        }
        Party from = addressed(contact);
        return email(place, second, from, from, to, cc, List.of());
    }

    private Email email(
            int place, long second, Party from, Party sender, List<Party> to, List<Party> cc, List<Party> bcc) {
        return new Email(Email.Kind.ACCOUNT, draws.next(), conversation, place, second, from, sender, to, cc, bcc);
    }

    /** Another of the team, in a few threads. */
    private List<Party> bcc(long second) {
        return hidden < 0 || insiders.contains(hidden) || !company.canMail(hidden, second)
                ? List.of()
                : List.of(company.party(hidden));
    }

    private Party addressed(AccountContact contact) {
        Party second = contact.second();
        return second != null && draws.isWithin(SECOND_ADDRESS_PER_MILLE) ? second : contact.party();
    }
}
