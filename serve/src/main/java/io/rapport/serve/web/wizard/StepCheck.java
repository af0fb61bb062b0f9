package io.rapport.serve.web.wizard;

import io.rapport.core.address.Address;
import io.rapport.model.run.SelectionReading;
import io.rapport.model.spec.Component;
import io.rapport.model.spec.OutputName;
import io.rapport.model.spec.Weights;
import io.rapport.serve.enrichment.CustomerSets;
import io.rapport.serve.enrichment.Draft;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentSettings;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Schedule;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.web.Say;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is wrong with a step's fields: a sentence by field. Empty where nothing is. */
final class StepCheck {

    private static final int LONGEST_NAME = 100;

    private final Enrichments enrichments;
    private final RunLog runs;
    private final CustomerSets sets;
    private final SentFiles sent;

    StepCheck(Enrichments enrichments, RunLog runs, CustomerSets sets, SentFiles sent) {
        this.enrichments = enrichments;
        this.runs = runs;
        this.sets = sets;
        this.sent = sent;
    }

    /** @param reading what the addresses are */
    Map<String, String> problems(Step step, Draft draft, SelectionReading reading) {
        Map<String, String> wrong = new LinkedHashMap<>();
        SpecFields fields = draft.fields();
        switch (step) {
            case ADDRESSES -> addresses(fields, reading, wrong);
            case CONSENT -> {
                if (!fields.value("agree").equals("yes")) {
                    wrong.put("agree", "Agree, or leave the wizard: without it nothing is asked for.");
                }
            }
            case CONTACTS -> contacts(fields, wrong);
            case MAPPING -> {
                String problem = sent.problem(fields);
                if (!problem.isEmpty()) {
                    wrong.put(SentFiles.PREFIX, problem);
                }
            }
            case NAME -> {
                name(draft, wrong);
                schedule(fields, wrong);
                counting(fields, wrong);
            }
            case OVERVIEW, REVIEW -> {}
        }
        return wrong;
    }

    private static void addresses(SpecFields fields, SelectionReading reading, Map<String, String> wrong) {
        String typed = fields.value(SpecFields.SELECTION);
        long lines = typed.lines().count();
        long unusable = TypedAddresses.unusable(typed);
        if (lines > TypedAddresses.MOST_LINES) {
            wrong.put(
                    SpecFields.SELECTION,
                    "There are " + Say.count(lines) + " lines; more than " + Say.count(TypedAddresses.MOST_LINES)
                            + " are not looked at. Name groups instead.");
        } else if (unusable > 0) {
            wrong.put(
                    SpecFields.SELECTION,
                    Say.count(unusable, "line is", "lines are")
                            + " no address. Correct or delete what is marked below.");
        } else if (!reading.isOfUsableSize()) {
            wrong.put(
                    SpecFields.SELECTION,
                    "These are " + Say.count(reading.people(), "person", "people") + ", groups resolved; at least "
                            + SelectionReading.FEWEST + " and at most " + Say.count(SelectionReading.MOST)
                            + " are needed.");
        }
    }

    private void contacts(SpecFields fields, Map<String, String> wrong) {
        String chosen = fields.value(SpecFields.PROFILES);
        if (sets.find(chosen).isEmpty() && sent.find(fields).isEmpty()) {
            wrong.put(
                    SpecFields.PROFILES,
                    chosen.isEmpty() ? "Choose a contact data set." : "That contact data set is not there any more.");
        }
    }

    private void name(Draft draft, Map<String, String> wrong) {
        String name = draft.fields().value(SpecFields.NAME);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            wrong.put(SpecFields.NAME, "A name has 1 to " + LONGEST_NAME + " characters.");
        } else if (name.indexOf('@') >= 0) {
            wrong.put(SpecFields.NAME, "Everybody reads the name: no addresses in it.");
        }
        String output = draft.fields().value(SpecFields.OUTPUT);
        if (!OutputName.isUsable(output)) {
            wrong.put(SpecFields.OUTPUT, "A table's name is " + OutputName.RULE + ".");
        }
        String own = draft.findEdits().orElse("");
        for (Enrichment other : enrichments.list()) {
            if (!other.id().equals(own)) {
                if (other.name().equalsIgnoreCase(name)) {
                    wrong.put(SpecFields.NAME, "Another enrichment has that name.");
                }
                if (other.output().equalsIgnoreCase(output)) {
                    wrong.put(SpecFields.OUTPUT, "Another enrichment writes the table " + other.output() + ".");
                }
            }
        }
        if (own.isEmpty()
                && !wrong.containsKey(SpecFields.OUTPUT)
                && runs.list().stream().anyMatch(run -> run.request().output().equalsIgnoreCase(output))) {
            wrong.put(SpecFields.OUTPUT, "A run on the command line has written a table of that name.");
        }
    }

    private static void schedule(SpecFields fields, Map<String, String> wrong) {
        if (!fields.value(TypedSchedule.DAY).equals(TypedSchedule.NEVER)
                && TypedSchedule.find(fields).isEmpty()) {
            wrong.put(
                    TypedSchedule.TIMES,
                    "One to " + Schedule.MOST_TIMES + " times of the day, such as 06:00 18:30, in 24 hours.");
        }
        if (EnrichmentSettings.findZone(fields.value(SpecFields.ZONE)).isEmpty()) {
            wrong.put(SpecFields.ZONE, EnrichmentSettings.ZONE_RULE);
        }
    }

    private static void counting(SpecFields fields, Map<String, String> wrong) {
        for (Component component : Component.values()) {
            String field = "weight." + component.columnName();
            Optional<Integer> weight = number(fields.value(field));
            if (!fields.value(field).isEmpty()
                    && weight.filter(value -> value <= Weights.HIGHEST).isEmpty()) {
                wrong.put(field, "A weight is a whole number from 0 to " + Weights.HIGHEST + ".");
            }
        }
        String bulk = fields.value("option.ignoreBulkOver");
        if (!bulk.isEmpty() && number(bulk).filter(value -> value > 0).isEmpty()) {
            wrong.put("option.ignoreBulkOver", "A whole number of recipients, 1 or more; or leave it empty.");
        }
        String group = fields.value("option.excludeGroup");
        if (!group.isEmpty() && Address.find(group).isEmpty()) {
            wrong.put("option.excludeGroup", "A group's mail address, such as board@contoso.com; or leave it empty.");
        }
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
