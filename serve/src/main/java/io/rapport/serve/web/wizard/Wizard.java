package io.rapport.serve.web.wizard;

import io.rapport.core.address.Address;
import io.rapport.model.run.SelectionReading;
import io.rapport.model.spec.Component;
import io.rapport.serve.enrichment.ConsentWords;
import io.rapport.serve.enrichment.CustomerSets;
import io.rapport.serve.enrichment.Draft;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Selections;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.web.Say;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the view of each step. */
final class Wizard {

    private static final int MOST_FOUND = 20;

    private final Enrichments enrichments;
    private final Selections selections;
    private final CustomerSets sets;
    private final StepCheck check;

    Wizard(Enrichments enrichments, Selections selections, CustomerSets sets, StepCheck check) {
        this.enrichments = enrichments;
        this.selections = selections;
        this.sets = sets;
        this.check = check;
    }

    /** What a draft's addresses are; nobody where there are far too many lines. */
    SelectionReading reading(Draft draft) {
        List<Address> addresses = draft.fields().selection();
        if (addresses.isEmpty() || addresses.size() > TypedAddresses.MOST_LINES) {
            return new SelectionReading(List.of(), 0);
        }
        return selections.read(
                addresses,
                Address.find(draft.fields().value("option.excludeGroup")).orElse(null));
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
        return wrong;
    }

    WizardView view(Draft draft, Step step, Map<String, String> problems, String search) {
        return new WizardView(
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
                content(draft, step, search));
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
            case OVERVIEW, MAPPING, REVIEW -> "";
        };
        return new WizardView.StepLine(step.title(), path(draft) + step.word(), step == here, chosen);
    }

    private WizardView.Content content(Draft draft, Step step, String search) {
        WizardView.Content none = WizardView.Content.NONE;
        SpecFields fields = draft.fields();
        return switch (step) {
            case OVERVIEW -> none;
            case ADDRESSES -> {
                SelectionReading reading = reading(draft);
                yield new WizardView.Content(
                        TypedAddresses.verdicts(fields.value(SpecFields.SELECTION), reading),
                        reading.verdicts().isEmpty() ? "" : Review.people(reading),
                        search,
                        search.isBlank() ? List.of() : selections.search(search.strip(), MOST_FOUND),
                        null,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        false);
            }
            case CONSENT ->
                new WizardView.Content(
                        List.of(),
                        "",
                        "",
                        List.of(),
                        new WizardView.Agreement(
                                ConsentWords.read(fields, List.of()), ConsentWords.shown(), ConsentWords.MEANING),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        false);
            case CONTACTS, MAPPING ->
                new WizardView.Content(
                        List.of(),
                        "",
                        "",
                        List.of(),
                        null,
                        sets.list(),
                        sets.find(fields.value(SpecFields.PROFILES)).orElse(null),
                        List.of(),
                        List.of(),
                        List.of(),
                        false);
            case NAME ->
                new WizardView.Content(
                        List.of(), "", "", List.of(), null, List.of(), null, zones(), weights(), List.of(), false);
            case REVIEW -> {
                SelectionReading reading = reading(draft);
                yield new WizardView.Content(
                        List.of(),
                        "",
                        "",
                        List.of(),
                        null,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        Review.lines(fields, reading, sets, path(draft)),
                        problems(draft, reading).isEmpty());
            }
        };
    }

    private static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC")
                        || (zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/")))
                .sorted()
                .toList();
    }

    private static List<WizardView.Weight> weights() {
        return Arrays.stream(Component.values())
                .map(component ->
                        new WizardView.Weight(component.columnName(), words(component), component.defaultWeight()))
                .toList();
    }

    private static String words(Component component) {
        return switch (component) {
            case EMAILS_FROM_ACCOUNT -> "Emails from the customer";
            case EMAILS_TO_ACCOUNT -> "Emails to the customer";
            case MEETINGS_FROM_ACCOUNT -> "Meetings that the customer called";
            case MEETINGS_TO_ACCOUNT -> "Meetings that we called";
            case CONTACTS_INVOLVED_EMAILS -> "Our people in emails";
            case CONTACTS_INVOLVED_MEETINGS -> "Our people in meetings";
            case ACCOUNT_CONTACTS_INVOLVED_EMAILS -> "Their people in emails";
            case ACCOUNT_CONTACTS_INVOLVED_MEETINGS -> "Their people in meetings";
            case RECENCY -> "How recent the last contact is";
        };
    }

    /** The enrichment that a draft edits. */
    Optional<Enrichment> findEdited(Draft draft) {
        return draft.findEdits().flatMap(enrichments::findById);
    }
}
