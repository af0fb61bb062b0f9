package io.rapport.serve.web.wizard;

import io.rapport.core.address.Address;
import io.rapport.model.run.SelectionReading;
import io.rapport.model.spec.Component;
import io.rapport.serve.enrichment.ConsentWords;
import io.rapport.serve.enrichment.CustomerSets;
import io.rapport.serve.enrichment.Draft;
import io.rapport.serve.enrichment.Selections;
import io.rapport.serve.enrichment.SpecCheck;
import io.rapport.serve.enrichment.SpecFields;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each step shows besides its fields. */
final class StepContents {

    private static final int MOST_FOUND = 20;

    private final Selections selections;
    private final CustomerSets sets;
    private final SentFiles sent;

    StepContents(Selections selections, CustomerSets sets, SentFiles sent) {
        this.selections = selections;
        this.sets = sets;
        this.sent = sent;
    }

    Record of(Draft draft, Step step, String search) {
        SpecFields fields = draft.fields();
        return switch (step) {
            case OVERVIEW -> new WizardView.Nothing();
            case ADDRESSES -> addresses(draft, search);
            case CONSENT ->
                new WizardView.Agreement(
                        ConsentWords.read(fields, reading(draft).groups()), ConsentWords.shown(), ConsentWords.MEANING);
            case CONTACTS ->
                new WizardView.Contacts(
                        sets.list(),
                        sent.isToBeKept(fields) && find(fields) == null ? fields.value(SpecFields.PROFILES) : "");
            case MAPPING -> new WizardView.Mapping(find(fields), sent.view(fields));
            case NAME -> new WizardView.Naming(zones(), weights());
            case REVIEW -> new WizardView.Reviewed(Review.lines(fields, reading(draft), sets, Wizard.path(draft)));
        };
    }

    /** What a draft's addresses are; nobody where there are far too many lines. */
    SelectionReading reading(Draft draft) {
        List<Address> addresses = draft.fields().selection();
        if (addresses.isEmpty() || addresses.size() > SpecCheck.MOST_LINES) {
            return new SelectionReading(List.of(), 0);
        }
        return selections.read(
                addresses,
                Address.find(draft.fields().value("option.excludeGroup")).orElse(null));
    }

    private WizardView.Addresses addresses(Draft draft, String search) {
        SelectionReading reading = reading(draft);
        return new WizardView.Addresses(
                TypedAddresses.verdicts(draft.fields().value(SpecFields.SELECTION), reading),
                reading.verdicts().isEmpty() ? "" : Review.people(reading),
                search,
                search.isBlank() ? List.of() : selections.search(search.strip(), MOST_FOUND));
    }

    private CustomerSets.@Nullable CustomerSet find(SpecFields fields) {
        return sets.find(fields.value(SpecFields.PROFILES)).orElse(null);
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
}
