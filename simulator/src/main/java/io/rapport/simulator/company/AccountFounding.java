package io.rapport.simulator.company;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Wins the customers, and finds them somebody who looks after them. */
final class AccountFounding {

    private static final int DAY = 86_400;
    private static final int FIRST_ID = 10_001;
    private static final double DECAY = 0.85;

    private final CompanyPlan plan;
    private final Names names;
    private final long key;
    private final long begin;
    private final int[] ranks;
    private final List<Person> carers;
    private final List<Account> accounts = new ArrayList<>();
    private final List<AccountContact> contacts = new ArrayList<>();

    AccountFounding(CompanyPlan plan, Names names, List<Person> people) {
        this.plan = plan;
        this.names = names;
        this.key = Chance.key(plan.seed(), "accounts");
        this.begin = plan.firstMonth().atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        this.ranks = ranks();
        this.carers = people.stream()
                .filter(person -> person.isEmployee()
                        && person.career().first().facesCustomers()
                        && person.account().place() != MailboxState.NONE)
                .toList();
        for (int i = 0; i < plan.accounts(); i++) {
            accounts.add(account(i));
        }
    }

    List<Account> accounts() {
        return accounts;
    }

    List<AccountContact> contacts() {
        return contacts;
    }

    /** Who is the largest, the second largest …: an order of its own. */
    private int[] ranks() {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, plan.accounts()).boxed().toList());
        order.sort(Comparator.comparingLong((Integer account) -> Chance.mix(key, account, 1))
                .thenComparingInt(Integer::intValue));
        int[] places = new int[order.size()];
        for (int rank = 0; rank < places.length; rank++) {
            places[order.get(rank)] = rank;
        }
        return places;
    }

    private Account account(int index) {
        Draws draws = new Draws(Chance.mix(key, index));
        int rank = ranks[index];
        String name = names.organisation(draws.next());
        String domain = Names.domain(name);
        Behaviour behaviour = behaviour(index, draws);
        Office office = Office.drawn(draws.below(1000));
        double weight = behaviour == Behaviour.SILENT ? 0 : 1 / StrictMath.pow(rank + 4.0, DECAY);
        int size = Math.min(14, 1 + (int) (75.0 / (rank * 400.0 / plan.accounts() + 8)) + draws.below(4));
        List<AccountContact> staff = staff(index, size, domain, draws);
        int parent = index > 0 && draws.isWithin(80) ? draws.below(index) : -1;
        int newsletters = behaviour == Behaviour.NEWSLETTER ? draws.between(2, 5) : draws.isWithin(150) ? 1 : 0;
        return new Account(
                index,
                "ACC-" + (FIRST_ID + index),
                name,
                domain,
                parent,
                office,
                behaviour,
                draws.below(1000),
                weight,
                draws.between(250, 650),
                team(rank, behaviour, draws),
                staff,
                new Party(Party.Kind.DESK, index, name, "news@" + domain),
                behaviour == Behaviour.SILENT ? 0 : newsletters);
    }

    /** The first of many accounts show every behaviour once, so that a company of ten has them all. */
    private static Behaviour behaviour(int index, Draws draws) {
        Behaviour drawn = Behaviour.drawn(draws.below(1000));
        Behaviour[] all = Behaviour.values();
        return index < all.length ? all[index] : drawn;
    }

    private List<AccountContact> staff(int account, int size, String domain, Draws draws) {
        List<AccountContact> staff = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            PersonName name = names.person(draws.next());
            String address = names.address(name.given() + "." + name.family(), domain);
            int index = contacts.size();
            Party party = new Party(Party.Kind.CONTACT, index, name.display(), address);
            boolean isNew = i > 0 && draws.isWithin(200);
            long from = isNew ? begin + draws.between(20, 700) * (long) DAY : Long.MIN_VALUE;
            long until = i > 0 && draws.isWithin(150) ? begin + draws.between(60, 800) * (long) DAY : Long.MAX_VALUE;
            AccountContact contact = new AccountContact(
                    index,
                    account,
                    "CON-" + (FIRST_ID + index),
                    party,
                    second(party, draws),
                    i == 0 || !draws.isWithin(80),
                    from,
                    Math.max(from, until));
            contacts.add(contact);
            staff.add(contact);
        }
        return staff;
    }

    private @Nullable Party second(Party party, Draws draws) {
        if (!draws.isWithin(120)) {
            return null;
        }
        String local = party.address().substring(0, party.address().indexOf('@'));
        return new Party(
                Party.Kind.CONTACT,
                party.index(),
                party.name(),
                names.address(local + draws.between(2, 98), "postbox.example"));
    }

    /** The larger the account, the more people look after it; the champion comes first. */
    private List<Integer> team(int rank, Behaviour behaviour, Draws draws) {
        int share = rank * 1000 / plan.accounts();
        int size = share < 50 ? draws.between(4, 7) : share < 250 ? draws.between(2, 4) : draws.between(1, 3);
        if (behaviour == Behaviour.ONE_PERSON) {
            size = 1;
        }
        List<Integer> team = new ArrayList<>();
        for (int i = 0; i < Math.min(size, carers.size()); i++) {
            int person;
            do {
                person = carers.get(draws.below(carers.size())).index();
            } while (team.contains(person));
            team.add(person);
        }
        return Collections.unmodifiableList(team);
    }
}
