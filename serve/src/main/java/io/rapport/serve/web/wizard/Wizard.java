package io.rapport.serve.web.wizard;

import io.rapport.model.run.SelectionReading;
import io.rapport.serve.enrichment.Draft;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.web.Say;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the view of each step. */
final class Wizard {

    private final Enrichments enrichments;
    private final StepContents contents;
    private final StepCheck check;
    private final SentFiles sent;

    Wizard(Enrichments enrichments, StepContents contents, StepCheck check, SentFiles sent) {
        this.enrichments = enrichments;
        this.contents = contents;
        this.check = check;
        this.sent = sent;
    }

    /** What a draft's addresses are; nobody where there are far too many lines. */
    SelectionReading reading(Draft draft) {
        return contents.reading(draft);
    }

    /** What is wrong with a step. */
    Map<String, String> problems(Step step, Draft draft) {
        return check.problems(
                step, draft, step == Step.ADDRESSES ? reading(draft) : new SelectionReading(List.of(), 0));
    }

    /** What is wrong with any step: a sentence by the step's word. */
    Map<String, String> problems(Draft draft, SelectionReading reading) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Step step : Step.values()) {
            Map<String, String> problems = check.problems(step, draft, reading);
            if (!problems.isEmpty()) {
                wrong.put(step.word(), String.join(" ", problems.values()));
            }
        }
        if (sent.isToBeKept(draft.fields())) {
            wrong.putIfAbsent(
                    Step.MAPPING.word(),
                    "The files that were sent are not kept yet. Look at what their columns mean, then go on from there.");
        }
        return wrong;
    }

    WizardView<?> view(Draft draft, Step step, Map<String, String> problems, String search) {
        return new WizardView<>(
                draft.id(),
                step.word(),
                step.question(),
                Arrays.stream(Step.values()).map(any -> line(draft, any, step)).toList(),
                draft.findEdits()
                        .flatMap(enrichments::findById)
                        .map(Enrichment::name)
                        .orElse(""),
                draft.fields(),
                problems,
                contents.of(draft, step, search));
    }

    static String path(Draft draft) {
        return "/enrich/" + draft.id() + "/";
    }

    private WizardView.StepLine line(Draft draft, Step step, Step here) {
        SpecFields fields = draft.fields();
        String chosen = switch (step) {
            case ADDRESSES -> {
                int addresses = fields.selection().size();
                yield addresses == 0 ? "" : Say.count(addresses, "address", "addresses");
            }
            case CONSENT -> fields.value("agree").equals("yes") ? "agreed" : "";
            case CONTACTS -> fields.value(SpecFields.PROFILES);
            case NAME -> fields.value(SpecFields.OUTPUT);
            case MAPPING -> sent.isToBeKept(fields) ? "not kept yet" : "";
            case OVERVIEW, REVIEW -> "";
        };
        return new WizardView.StepLine(step.title(), path(draft) + step.word(), step == here, chosen);
    }
}
