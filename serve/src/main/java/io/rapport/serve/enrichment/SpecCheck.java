package io.rapport.serve.enrichment;

import io.rapport.core.address.Address;
import io.rapport.model.run.SelectionReading;
import io.rapport.model.spec.Component;
import io.rapport.model.spec.OutputName;
import io.rapport.model.spec.Weights;
import io.rapport.serve.run.RunLog;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is wrong with an enrichment's fields: a sentence by field, put beside those that are there. Thread-safe. */
public final class SpecCheck {

    /** Far more than can be selected; what is longer is no list of addresses. */
    public static final int MOST_LINES = 5_000;

    private static final int LONGEST_NAME = 100;

    private final Enrichments enrichments;
    private final RunLog runs;

    public SpecCheck(Enrichments enrichments, RunLog runs) {
        this.enrichments = enrichments;
        this.runs = runs;
    }

    /** @param reading what the addresses are */
    public void addresses(SpecFields fields, SelectionReading reading, Map<String, String> wrong) {
        String typed = fields.value(SpecFields.SELECTION);
        long lines = typed.lines().count();
        long unusable =
                typed.lines().filter(line -> Address.find(line).isEmpty()).count();
        if (lines > MOST_LINES) {
            wrong.put(
                    SpecFields.SELECTION,
                    "There are " + count(lines) + " lines; more than " + count(MOST_LINES)
                            + " are not looked at. Name groups instead.");
        } else if (unusable > 0) {
            wrong.put(
                    SpecFields.SELECTION,
                    (unusable == 1 ? "1 line is" : count(unusable) + " lines are")
                            + " no address. Correct or delete what is marked below.");
        } else if (!reading.isOfUsableSize()) {
            wrong.put(
                    SpecFields.SELECTION,
                    "These are " + (reading.people() == 1 ? "1 person" : count(reading.people()) + " people")
                            + ", groups resolved; at least " + SelectionReading.FEWEST + " and at most "
                            + count(SelectionReading.MOST) + " are needed.");
        }
    }

    /**
     * The name and that of the output table.
     *
     * @param own id of the enrichment that is edited; empty for a new one
     */
    public void names(SpecFields fields, String own, Map<String, String> wrong) {
        String name = fields.value(SpecFields.NAME);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            wrong.put(SpecFields.NAME, "A name has 1 to " + LONGEST_NAME + " characters.");
        } else if (name.indexOf('@') >= 0) {
            wrong.put(SpecFields.NAME, "Everybody reads the name: no addresses in it.");
        }
        String output = fields.value(SpecFields.OUTPUT);
        if (!OutputName.isUsable(output)) {
            wrong.put(SpecFields.OUTPUT, "A table's name is " + OutputName.RULE + ".");
        }
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

    /** The time zone, weights and options. */
    public void counting(SpecFields fields, Map<String, String> wrong) {
        if (EnrichmentSettings.findZone(fields.value(SpecFields.ZONE)).isEmpty()) {
            wrong.put(SpecFields.ZONE, EnrichmentSettings.ZONE_RULE);
        }
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

    private static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
