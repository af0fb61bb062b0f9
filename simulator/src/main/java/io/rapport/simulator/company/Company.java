package io.rapport.simulator.company;

import io.rapport.simulator.chance.Chance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The company: a function of its plan alone. Immutable and thread-safe; memory in proportion to people and accounts. */
public final class Company {

    /** Of the tenant: mail, and the domain that Microsoft gives. */
    public static final String DOMAIN = "lanternfield.example";

    public static final String INITIAL_DOMAIN = "lanternfield.onmicrosoft.example";
    public static final String NAME = "Lanternfield";

    private final CompanyPlan plan;
    private final List<Person> people;
    private final List<MailingList> lists;
    private final List<MailingList> teams;
    private final List<Account> accounts;
    private final List<AccountContact> contacts;
    private final Party[] parties;
    private final Party[] aliases;
    private final @Nullable Party[] privates;

    private Company(
            CompanyPlan plan, List<Person> people, Lists lists, List<Account> accounts, List<AccountContact> contacts) {
        this.plan = plan;
        this.people = List.copyOf(people);
        this.lists = List.copyOf(lists.all());
        this.teams = List.copyOf(lists.teams());
        this.accounts = List.copyOf(accounts);
        this.contacts = List.copyOf(contacts);
        this.parties = new Party[people.size()];
        this.aliases = new Party[people.size()];
        this.privates = new Party[people.size()];
        for (Person person : people) {
            int index = person.index();
            parties[index] = party(person, Party.Kind.PERSON, person.mail());
            aliases[index] = person.aliases().isEmpty()
                    ? parties[index]
                    : party(person, Party.Kind.PERSON, person.aliases().get(0));
            String atHome = person.privateAddress();
            privates[index] = atHome == null ? null : party(person, Party.Kind.PRIVATE, atHome);
        }
    }

    /** Founds it. Takes about as long as writing down its directory. */
    public static Company found(CompanyPlan plan) {
        Names names = new Names();
        PeopleFounding founding = new PeopleFounding(plan, names);
        List<Person> people = founding.employeesAndSharedMailboxes();
        AccountFounding customers = new AccountFounding(plan, names, people);
        List<Account> accounts = customers.accounts();
        founding.guests(customers.contacts(), people);
        return new Company(plan, people, new ListFounding(plan, names, people).lists(), accounts, customers.contacts());
    }

    public CompanyPlan plan() {
        return plan;
    }

    /** Employees first, then shared mailboxes, then guests. */
    public List<Person> people() {
        return people;
    }

    public List<MailingList> lists() {
        return lists;
    }

    /** Those of the lists that are teams: people who work together every day. */
    public List<MailingList> teams() {
        return teams;
    }

    public List<Account> accounts() {
        return accounts;
    }

    /** The people of all accounts. */
    public List<AccountContact> contacts() {
        return contacts;
    }

    /** The list that reaches everybody, and those who face customers. */
    public MailingList everybody() {
        return lists.get(0);
    }

    public MailingList customerTeams() {
        return lists.get(1);
    }

    /** GUID of the tenant. */
    public String tenantId() {
        return Names.guid(Chance.key(plan.seed(), "tenant"));
    }

    /** The first moment of its mail. */
    public Instant begin() {
        return plan.firstMonth().atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The person under the primary address. */
    public Party party(int person) {
        return parties[person];
    }

    /** The person under an alias, or the primary address where there is none. */
    public Party alias(int person) {
        return aliases[person];
    }

    /** The person under the address at home, or null where there is none. */
    public @Nullable Party atHome(int person) {
        return privates[person];
    }

    /** Whether mail can be sent from and delivered to the person's mailbox at that second, on the own premises too. */
    public boolean canMail(int person, long second) {
        Person entry = people.get(person);
        return !entry.isGuest()
                && entry.account().place() != MailboxState.NONE
                && entry.account().isPresent(second);
    }

    private static Party party(Person person, Party.Kind kind, String address) {
        return new Party(kind, person.index(), person.displayName(), address);
    }

    /** All lists, and those of them that are teams. */
    record Lists(List<MailingList> all, List<MailingList> teams) {}
}
