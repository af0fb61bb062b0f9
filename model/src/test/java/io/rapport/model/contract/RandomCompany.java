package io.rapport.model.contract;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small company from a seed in which everything that the contract speaks of goes wrong at once. The contract refuses
 * none of them, and every key of a dataset occurs once.
 */
public final class RandomCompany {

    private record Place(LocalDate asOf, ZoneId zone) {}

    private static final List<Place> PLACES = List.of(
            place("2026-10-31", "UTC"),
            place("2026-10-25", "Europe/London"),
            place("2026-03-29", "Europe/London"),
            place("2024-02-29", "America/St_Johns"),
            place("2025-02-28", "America/St_Johns"),
            place("2025-01-01", "Asia/Kolkata"),
            place("2024-12-31", "Asia/Kolkata"),
            place("2012-06-15", "Pacific/Apia"),
            place("2011-12-31", "Pacific/Apia"));

    private static final List<String> ACCOUNT_IDS = List.of("A", "a", "Ａ3", "𝔸4", "x,\"5\"", "B 6");
    private static final List<String> CONTACT_IDS =
            List.of("c1", "c2", "ｃ3", "𝔠4", " c1 ", "dora@adatum.com", "", " ");
    private static final Set<String> PUBLIC = Set.of("gmail.com", "outlook.com");

    private final Dice dice;
    private final RandomDirectory directory;
    private final List<String> selection;

    private RandomCompany(long seed) {
        this.dice = new Dice(seed);
        this.directory = new RandomDirectory(dice);
        this.selection = selection();
    }

    /** The same seed, the same company. */
    public static CompanyInput of(long seed) {
        return new RandomCompany(seed).input();
    }

    private CompanyInput input() {
        Place place = dice.of(PLACES);
        RandomTimes times = new RandomTimes(dice, place.asOf(), place.zone());
        RandomPeople people = new RandomPeople(dice, directory, selection);
        RandomMail mail = new RandomMail(dice, times, people, directory.mailboxes);
        RandomCalendar calendar = new RandomCalendar(dice, times, people, directory.mailboxes);
        Options options = options();
        Map<String, List<Map<String, @Nullable Object>>> datasets = new LinkedHashMap<>();
        datasets.put("Message_v1", mail.messages);
        datasets.put("CalendarView_v0", calendar.events);
        datasets.put("Contact_v1", outlookContacts(people));
        datasets.put("User_v1", directory.users);
        datasets.put("GroupDetails_v0", directory.groups);
        datasets.put("GroupMembers_v0", directory.members);
        datasets.values().removeIf(List::isEmpty);
        List<AccountRow> accounts = accounts(options.rollUp());
        return new CompanyInput(
                datasets,
                contacts(accounts, people),
                accounts,
                selection,
                place.asOf(),
                place.zone(),
                weights(),
                options,
                PUBLIC);
    }

    private List<String> selection() {
        List<String> chosen = new ArrayList<>(RandomDirectory.ANCHORS);
        if (dice.percent(30)) {
            chosen.add("ANCHOR1@contoso.onmicrosoft.com");
        }
        directory.userAddresses.forEach(address -> addWithChance(chosen, address, 12));
        directory.groupAddresses.forEach(address -> addWithChance(chosen, address, 35));
        addWithChance(chosen, "info@contoso.com", 30);
        addWithChance(chosen, "c.arl@adatum.com", 10);
        addWithChance(chosen, "not an address", 10);
        return chosen;
    }

    private void addWithChance(List<String> chosen, String address, int chance) {
        if (dice.percent(chance)) {
            chosen.add(dice.written(address));
        }
    }

    private List<AccountRow> accounts(boolean isRolledUp) {
        List<AccountRow> rows = new ArrayList<>();
        int count = dice.percent(8) ? 0 : 1 + dice.below(ACCOUNT_IDS.size());
        for (int i = 0; i < count; i++) {
            // Rolled up, parents come before their children: no cycle.
            String parent = isRolledUp ? (i == 0 ? "" : ACCOUNT_IDS.get(dice.below(i))) : dice.of(ACCOUNT_IDS);
            rows.add(new AccountRow(" " + ACCOUNT_IDS.get(i), "Name", dice.percent(50) ? parent + " " : "nobody"));
            if (dice.percent(10)) {
                rows.add(new AccountRow(ACCOUNT_IDS.get(dice.below(i + 1)), "Again", "A"));
            }
            if (dice.percent(10)) {
                rows.add(new AccountRow(" ", null, "A"));
            }
        }
        return rows;
    }

    private List<ContactRow> contacts(List<AccountRow> accounts, RandomPeople people) {
        List<ContactRow> rows = new ArrayList<>();
        int count = dice.percent(8) ? 0 : 3 + dice.below(20);
        for (int i = 0; i < count; i++) {
            String email = switch (dice.below(10)) {
                case 0 -> people.any();
                case 1 -> people.noAddress();
                default -> dice.of(RandomPeople.CONTACTS);
            };
            String account = accounts.isEmpty() || dice.percent(7)
                    ? dice.of(List.of("", " ", "nobody"))
                    : dice.of(accounts).id();
            rows.add(new ContactRow(dice.of(CONTACT_IDS), dice.written(email), account));
        }
        return rows;
    }

    private List<Map<String, @Nullable Object>> outlookContacts(RandomPeople people) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        int count = dice.percent(30) ? 0 : dice.below(14);
        for (int i = 0; i < count; i++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("id", "o" + i);
            row.put("puser", dice.of(directory.mailboxes));
            List<Object> addresses = new ArrayList<>();
            addresses.add(Map.of("address", dice.written(dice.of(RandomPeople.STRANGERS.subList(0, 6)))));
            while (dice.percent(55)) {
                addresses.add(Map.of("address", dice.percent(50) ? people.contact() : people.any()));
            }
            if (dice.percent(30)) {
                addresses.add(Map.of("address", people.listed()));
            }
            row.put("emailAddresses", addresses);
            rows.add(row);
        }
        return rows;
    }

    private Options options() {
        boolean excludes = !directory.groupAddresses.isEmpty() && dice.percent(35);
        // The first group's own address can't be taken from it by a smaller id.
        String group = excludes ? directory.groupAddresses.get(0) : null;
        return new Options(
                group,
                dice.percent(80),
                dice.percent(45),
                dice.percent(45),
                dice.percent(30) ? 1 + dice.below(4) : null,
                dice.percent(40));
    }

    private Map<String, Integer> weights() {
        Map<String, Integer> weights = new LinkedHashMap<>();
        int kind = dice.below(10);
        if (kind < 4) {
            return weights;
        }
        for (Component component : Component.all()) {
            if (kind == 9) {
                weights.put(component.column(), 0);
            } else if (dice.percent(70)) {
                weights.put(component.column(), dice.percent(kind == 8 ? 70 : 20) ? 0 : 1 + dice.below(100));
            }
        }
        return weights;
    }

    private static Place place(String asOf, String zone) {
        return new Place(LocalDate.parse(asOf), ZoneId.of(zone));
    }
}
