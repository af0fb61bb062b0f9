package io.rapport.model.contract;

import io.rapport.core.error.RapportException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Golden cases that share one run.
 *
 * @param cases one that stands alone, or many with the same parameters whose ids and domains bear their names
 */
public record GoldenRun(List<GoldenCase> cases) {

    public GoldenRun {
        cases = List.copyOf(cases);
    }

    /** Each case that stands alone in a run of its own, the others together by their parameters. */
    public static List<GoldenRun> of(List<GoldenCase> cases) {
        List<GoldenRun> runs = new ArrayList<>();
        Map<GoldenCase.Parameters, List<GoldenCase>> together = new LinkedHashMap<>();
        for (GoldenCase golden : cases) {
            if (golden.isAlone()) {
                runs.add(new GoldenRun(List.of(golden)));
            } else {
                together.computeIfAbsent(golden.parameters(), key -> new ArrayList<>())
                        .add(golden);
            }
        }
        together.values().forEach(shared -> runs.add(new GoldenRun(shared)));
        return List.copyOf(runs);
    }

    /** The one case, or how many share the run. */
    String title() {
        GoldenCase first = cases.get(0);
        return cases.size() == 1 ? first.name() : cases.size() + " cases with " + first.parameters();
    }

    /** The rows of all cases of the run. */
    public CompanyInput input() {
        Map<String, List<Map<String, @Nullable Object>>> datasets = new LinkedHashMap<>();
        List<ContactRow> contacts = new ArrayList<>();
        List<AccountRow> accounts = new ArrayList<>();
        List<String> selection = new ArrayList<>();
        for (GoldenCase golden : cases) {
            addDatasets(golden, datasets);
            Namespace namespace = golden.namespace();
            for (Object shorthand : golden.given("contacts")) {
                Map<String, @Nullable Object> of = Yaml.mapOrWords(shorthand, "id", "email", "account");
                contacts.add(new ContactRow(
                        namespace.id(of.get("id")),
                        namespace.address(of.get("email")),
                        namespace.id(of.get("account"))));
            }
            for (Object shorthand : golden.given("accounts")) {
                Map<String, @Nullable Object> of = Yaml.mapOrWords(shorthand, "id", "name", "parent");
                accounts.add(new AccountRow(
                        namespace.id(of.get("id")),
                        of.get("name") == null ? null : Yaml.text(of.get("name")),
                        namespace.id(of.get("parent"))));
            }
            for (Object entry : golden.given("select")) {
                selection.addAll(
                        CaseRows.isCrowd(entry) ? CaseRows.crowd(entry) : List.of(Yaml.text(namespace.address(entry))));
            }
        }
        GoldenCase.Parameters parameters = cases.get(0).parameters();
        return new CompanyInput(
                datasets,
                contacts,
                accounts,
                selection,
                parameters.asOf(),
                parameters.zone(),
                parameters.weights(),
                parameters.options(),
                Namespace.PUBLIC_DOMAINS);
    }

    private static void addDatasets(GoldenCase golden, Map<String, List<Map<String, @Nullable Object>>> datasets) {
        CaseRows rows = new CaseRows(golden.namespace());
        golden.given("users").forEach(user -> add(datasets, "User_v1", rows.user(user)));
        for (Object shorthand : golden.given("groups")) {
            Map<String, @Nullable Object> group = Yaml.map(shorthand, "id", "mail", "proxies", "members");
            add(datasets, "GroupDetails_v0", rows.group(group));
            Yaml.list(group.get("members"))
                    .forEach(member -> add(datasets, "GroupMembers_v0", rows.member(group.get("id"), member)));
        }
        int number = 0;
        for (Object shorthand : golden.given("messages")) {
            add(datasets, "Message_v1", rows.message(shorthand, ++number));
        }
        for (Object shorthand : golden.given("events")) {
            add(datasets, "CalendarView_v0", rows.event(shorthand, ++number));
        }
        for (Object shorthand : golden.given("outlookContacts")) {
            add(datasets, "Contact_v1", rows.outlookContact(shorthand, ++number));
        }
    }

    private static void add(
            Map<String, List<Map<String, @Nullable Object>>> datasets,
            String dataset,
            Map<String, @Nullable Object> row) {
        datasets.computeIfAbsent(dataset, name -> new ArrayList<>()).add(row);
    }

    /** Runs once, and says of each case what is not as it expects; empty lists where all is well. */
    public Map<GoldenCase, List<String>> differences(Enrichment enrichment) {
        Map<GoldenCase, List<String>> found = new LinkedHashMap<>();
        GoldenCase first = cases.get(0);
        String refused = first.expectation().refused();
        try {
            Tables tables = enrichment.run(input());
            for (GoldenCase golden : cases) {
                found.put(
                        golden,
                        refused == null
                                ? golden.expectation().differences(tables)
                                : List.of("expected to be refused: " + refused));
            }
        } catch (RapportException refusal) {
            boolean isExpected = refused != null
                    && refusal.text().toLowerCase(Locale.ROOT).contains(refused.toLowerCase(Locale.ROOT));
            cases.forEach(
                    golden -> found.put(golden, isExpected ? List.of() : List.of("was refused: " + refusal.text())));
        }
        return found;
    }
}
