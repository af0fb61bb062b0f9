package io.rapport.serve.web.wizard;

import io.rapport.model.duckdb.directory.DirectorySearch;
import io.rapport.serve.enrichment.CustomerSets;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.web.profile.MappingView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of the wizard.
 *
 * @param <C> what the step shows besides its fields
 * @param draft id of the draft
 * @param step which one
 * @param steps all of them, with where each stands
 * @param editing name of the enrichment that is edited; empty for a new one
 * @param fields as they are filled in
 * @param problems what is wrong, by field; an empty field's name stands for the step
 * @param content of the step
 */
public record WizardView<C>(
        String draft,
        String step,
        String question,
        List<StepLine> steps,
        String editing,
        SpecFields fields,
        Map<String, String> problems,
        C content) {

    public WizardView {
        steps = List.copyOf(steps);
        problems = Map.copyOf(problems);
    }

    /**
     * A step in the list of steps.
     *
     * @param chosen what was chosen there, in few words; empty for nothing yet
     */
    public record StepLine(String title, String href, boolean isHere, String chosen) {}

    /**
     * An address of the selection.
     *
     * @param colour class of the verdict's colour
     */
    public record AddressLine(String address, String verdict, String colour, String more) {}

    /** Of a step that shows nothing besides. */
    public record Nothing() {}

    /**
     * Whose mail counts.
     *
     * @param lines addresses with their verdicts
     * @param people how many people they come to, in words
     * @param search what was searched for
     * @param found what that found
     */
    public record Addresses(List<AddressLine> lines, String people, String search, List<DirectorySearch.Entry> found) {}

    /** What is agreed to. */
    public record Agreement(List<String> read, List<String> shown, String meaning) {}

    /**
     * Contact data sets to choose from.
     *
     * @param sent name of the set that files were sent for and that is none yet; empty for none
     */
    public record Contacts(List<CustomerSets.CustomerSet> sets, String sent) {}

    /**
     * Which column is what.
     *
     * @param set the chosen set as it is kept; null for none
     * @param sent files that were sent for it and are not kept yet; null for none
     */
    public record Mapping(
            CustomerSets.@Nullable CustomerSet set,
            @Nullable MappingView sent) {}

    /** Time zones to choose from, and the weights of the score. */
    public record Naming(List<String> zones, List<Weight> weights) {}

    /** A weight of the score. */
    public record Weight(String column, String words, int usual) {}

    /** What was chosen, step by step. */
    public record Reviewed(List<Chosen> lines) {}

    /** A line of the review. */
    public record Chosen(String title, String value, String href) {}

    public String field(String name) {
        return fields.value(name);
    }

    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }

    public boolean isFirst() {
        return step.equals(Step.OVERVIEW.word());
    }

    public boolean isLast() {
        return step.equals(Step.REVIEW.word());
    }
}
