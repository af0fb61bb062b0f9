package io.rapport.simulator.company;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Makes the mailing lists: everybody, those who face customers, departments, teams and projects, one within the other. */
final class ListFounding {

    private static final int LEAST_TEAM = 5;
    private static final int MOST_TEAM = 9;
    private static final int PEOPLE_PER_PROJECT = 30;

    private final CompanyPlan plan;
    private final Names names;
    private final List<Person> people;
    private final long key;
    private final List<MailingList> lists = new ArrayList<>();
    private final List<MailingList> teams = new ArrayList<>();

    ListFounding(CompanyPlan plan, Names names, List<Person> people) {
        this.plan = plan;
        this.names = names;
        this.people = people;
        this.key = Chance.key(plan.seed(), "lists");
    }

    Company.Lists lists() {
        // Everybody and customer-teams hold departments, departments hold teams: numbered from the outside in, made
        // from
        // the inside out.
        Department[] departments = Department.values();
        List<Draft> drafts = new ArrayList<>();
        Draft everybody = new Draft("Everybody", "everybody", MailingList.Kind.DISTRIBUTION_LIST);
        Draft customerTeams = new Draft("Customer Teams", "customer-teams", MailingList.Kind.SECURITY_GROUP);
        drafts.add(everybody);
        drafts.add(customerTeams);
        for (int i = 0; i < departments.length; i++) {
            everybody.lists.add(2 + i);
            if (departments[i].facesCustomers()) {
                customerTeams.lists.add(2 + i);
            }
            drafts.add(
                    new Draft(departments[i].title(), departments[i].listName(), MailingList.Kind.DISTRIBUTION_LIST));
        }
        int firstTeam = drafts.size();
        for (int i = 0; i < departments.length; i++) {
            addTeams(i, departments[i], drafts);
        }
        int firstProject = drafts.size();
        for (int i = 0; i < plan.people() / PEOPLE_PER_PROJECT; i++) {
            drafts.add(project(i));
        }
        for (int i = 0; i < drafts.size(); i++) {
            MailingList made = make(i, drafts);
            lists.add(made);
            if (i >= firstTeam && i < firstProject) {
                teams.add(made);
            }
        }
        return new Company.Lists(lists, teams);
    }

    /** Teams of five to nine; the last one takes who is left, and the department itself who is too few for a team. */
    private void addTeams(int number, Department department, List<Draft> drafts) {
        Draft list = drafts.get(2 + number);
        List<Integer> members = people.stream()
                .filter(person -> person.isEmployee() && person.career().first() == department)
                .map(Person::index)
                .toList();
        Draws draws = new Draws(Chance.mix(key, number));
        int next = 0;
        for (int team = 1; next < members.size(); team++) {
            int size = draws.between(LEAST_TEAM, MOST_TEAM);
            if (members.size() - next - size < 3) {
                size = members.size() - next;
            }
            Draft made = new Draft(
                    department.title() + " " + team,
                    department.listName() + "-" + team,
                    team % 3 == 0 ? MailingList.Kind.UNIFIED : MailingList.Kind.DISTRIBUTION_LIST);
            made.people.addAll(members.subList(next, next + size));
            list.lists.add(drafts.size());
            drafts.add(made);
            next += size;
        }
    }

    /** People from everywhere, guests among them. */
    private Draft project(int number) {
        Draws draws = new Draws(Chance.mix(key, 1_000 + number));
        Draft project = new Draft(
                "Project " + WordList.ORGANISATION_STEMS.of(draws.next()) + " " + (number + 1),
                "project-" + (number + 1),
                MailingList.Kind.UNIFIED);
        BitSet chosen = new BitSet();
        int size = draws.between(4, 10);
        for (int i = 0; i < size; i++) {
            chosen.set(draws.below(people.size()));
        }
        chosen.stream().filter(person -> !people.get(person).isSharedMailbox()).forEach(project.people::add);
        return project;
    }

    private MailingList make(int index, List<Draft> drafts) {
        Draft draft = drafts.get(index);
        Party party = new Party(Party.Kind.LIST, index, draft.name, names.address(draft.local, Company.DOMAIN));
        BitSet reach = new BitSet();
        collect(draft, drafts, reach);
        return new MailingList(
                index, Names.guid(Chance.mix(key, index, 7)), draft.kind, party, draft.people, draft.lists, reach);
    }

    private static void collect(Draft draft, List<Draft> drafts, BitSet reach) {
        draft.people.forEach(reach::set);
        draft.lists.forEach(list -> collect(drafts.get(list), drafts, reach));
    }

    /** A list while its members are sought. */
    private static final class Draft {
        private final String name;
        private final String local;
        private final MailingList.Kind kind;
        private final List<Integer> people = new ArrayList<>();
        private final List<Integer> lists = new ArrayList<>();

        Draft(String name, String local, MailingList.Kind kind) {
            this.name = name;
            this.local = local;
            this.kind = kind;
        }
    }
}
