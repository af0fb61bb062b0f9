package io.rapport.serve.web.wizard;

import io.rapport.model.run.SelectionReading;
import io.rapport.serve.enrichment.CustomerSets;
import io.rapport.serve.enrichment.Draft;
import io.rapport.serve.enrichment.Schedule;
import io.rapport.serve.enrichment.SpecCheck;
import io.rapport.serve.enrichment.SpecFields;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with a step's fields: a sentence by field. Empty where nothing is. */
final class StepCheck {

    private final SpecCheck check;
    private final CustomerSets sets;
    private final SentFiles sent;

    StepCheck(SpecCheck check, CustomerSets sets, SentFiles sent) {
        this.check = check;
        this.sets = sets;
        this.sent = sent;
    }

    /** @param reading what the addresses are */
    Map<String, String> problems(Step step, Draft draft, SelectionReading reading) {
        Map<String, String> wrong = new LinkedHashMap<>();
        SpecFields fields = draft.fields();
        switch (step) {
            case ADDRESSES -> check.addresses(fields, reading, wrong);
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
                check.names(fields, draft.findEdits().orElse(""), wrong);
                schedule(fields, wrong);
                check.counting(fields, wrong);
            }
            case OVERVIEW, REVIEW -> {}
        }
        return wrong;
    }

    private void contacts(SpecFields fields, Map<String, String> wrong) {
        String chosen = fields.value(SpecFields.PROFILES);
        if (sets.find(chosen).isEmpty() && sent.find(fields).isEmpty()) {
            wrong.put(
                    SpecFields.PROFILES,
                    chosen.isEmpty() ? "Choose a contact data set." : "That contact data set is not there any more.");
        }
    }

    private static void schedule(SpecFields fields, Map<String, String> wrong) {
        if (!fields.value(TypedSchedule.DAY).equals(TypedSchedule.NEVER)
                && TypedSchedule.find(fields).isEmpty()) {
            wrong.put(
                    TypedSchedule.TIMES,
                    "One to " + Schedule.MOST_TIMES + " times of the day, such as 06:00 18:30, in 24 hours.");
        }
    }
}
