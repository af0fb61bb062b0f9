package io.rapport.serve.web.wizard;

import io.rapport.model.run.SelectionReading;
import io.rapport.model.spec.Component;
import io.rapport.serve.enrichment.CustomerSets;
import io.rapport.serve.enrichment.Schedule;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.web.Say;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What was chosen, in words. */
final class Review {

    private static final Map<String, String> FLAGS = Map.of(
            "option.linkContacts", "Outlook contacts link addresses to their owners",
            "option.matchDomains", "addresses count for the customer that owns their domain",
            "option.rollUp", "contacts count for parent customers too",
            "option.excludePrivate", "private events are left out");

    private Review() {}

    static List<WizardView.Chosen> lines(SpecFields fields, SelectionReading reading, CustomerSets sets, String path) {
        List<WizardView.Chosen> lines = new ArrayList<>();
        lines.add(new WizardView.Chosen("Addresses", people(reading), path + Step.ADDRESSES.word()));
        lines.add(new WizardView.Chosen("Contact data set", set(fields, sets), path + Step.CONTACTS.word()));
        lines.add(new WizardView.Chosen("Name", fields.value(SpecFields.NAME), path + Step.NAME.word()));
        lines.add(new WizardView.Chosen("Output table", fields.value(SpecFields.OUTPUT), path + Step.NAME.word()));
        lines.add(new WizardView.Chosen(
                "Runs",
                TypedSchedule.find(fields).orElse(Schedule.NEVER).words() + ", " + fields.value(SpecFields.ZONE),
                path + Step.NAME.word()));
        lines.add(new WizardView.Chosen("Counting", counting(fields), path + Step.NAME.word()));
        return lines;
    }

    static String people(SelectionReading reading) {
        long groups = reading.groups().size();
        return Say.count(reading.verdicts().size(), "address", "addresses")
                + (groups == 0 ? "" : ", " + Say.count(groups, "of them a group", "of them groups")) + ": "
                + Say.count(reading.people(), "person", "people");
    }

    private static String set(SpecFields fields, CustomerSets sets) {
        return sets.find(fields.value(SpecFields.PROFILES))
                .map(set -> set.name() + ", " + Say.count(set.accounts(), "customer", "customers") + " and "
                        + Say.count(set.contacts(), "contact", "contacts") + "; " + set.matchedPercent() + " % match")
                .orElse("none yet");
    }

    private static String counting(SpecFields fields) {
        List<String> words = new ArrayList<>();
        StepFields.FLAGS.stream()
                .filter(flag -> fields.value(flag).equals("yes"))
                .map(flag -> FLAGS.getOrDefault(flag, flag))
                .forEach(words::add);
        if (!fields.value("option.ignoreBulkOver").isEmpty()) {
            words.add("emails to more than " + fields.value("option.ignoreBulkOver") + " are left out");
        }
        if (!fields.value("option.excludeGroup").isEmpty()) {
            words.add("members of one group are left out");
        }
        long weights = Arrays.stream(Component.values())
                .filter(component -> {
                    String weight = fields.value("weight." + component.columnName());
                    return !weight.isEmpty() && !weight.equals(String.valueOf(component.defaultWeight()));
                })
                .count();
        if (weights > 0) {
            words.add(Say.count(weights, "weight differs", "weights differ") + " from the usual");
        }
        return words.isEmpty() ? "as usual" : String.join("; ", words);
    }
}
