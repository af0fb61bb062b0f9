package io.rapport.serve.web.wizard;

import io.rapport.model.duckdb.directory.DirectorySearch;
import io.rapport.serve.enrichment.CustomerSets;
import io.rapport.serve.enrichment.SpecFields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of the wizard.
 *
 * @param draft id of the draft
 * @param step which one
 * @param steps all of them, with where each stands
 * @param editing name of the enrichment that is edited; empty for a new one
 * @param fields as they are filled in
 * @param problems what is wrong, by field; an empty field's name stands for the step
 * @param content what the step shows besides
 */
public record WizardView(
        String draft,
        String step,
        String question,
        List<StepLine> steps,
        String editing,
        SpecFields fields,
        Map<String, String> problems,
        Content content) {

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

    /** What is agreed to. */
    public record Agreement(List<String> read, List<String> shown, String meaning) {}

    /** A weight of the score. */
    public record Weight(String column, String words, int usual) {}

    /** A line of the review. */
    public record Chosen(String title, String value, String href) {}

    /**
     * What steps show besides their fields; each its own part.
     *
     * @param lines addresses with their verdicts
     * @param people how many people they come to, in words
     * @param search what was searched for
     * @param found what that found
     * @param agreement what is agreed to
     * @param sets contact data sets to choose from
     * @param set the one that is chosen; null for none
     * @param zones time zones to choose from
     * @param weights of the score
     * @param review what was chosen
     * @param isComplete whether it can be saved
     */
    public record Content(
            List<AddressLine> lines,
            String people,
            String search,
            List<DirectorySearch.Entry> found,
            @Nullable Agreement agreement,
            List<CustomerSets.CustomerSet> sets,
            CustomerSets.@Nullable CustomerSet set,
            List<String> zones,
            List<Weight> weights,
            List<Chosen> review,
            boolean isComplete) {

        static final Content NONE = new Content(
                List.of(), "", "", List.of(), null, List.of(), null, List.of(), List.of(), List.of(), false);
    }

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
