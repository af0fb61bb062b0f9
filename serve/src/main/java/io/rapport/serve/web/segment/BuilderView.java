package io.rapport.serve.web.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The builder.
 *
 * @param place where it stands, and what it is about
 * @param remark what went wrong with the whole; empty for nothing
 * @param name as typed
 * @param nameProblem empty for none
 * @param enrichments to choose from
 * @param enrichmentProblem empty for none
 * @param rule the outermost group
 * @param preview who would be in it
 */
public record BuilderView(
        Place place,
        String remark,
        String name,
        String nameProblem,
        List<Choice> enrichments,
        String enrichmentProblem,
        Group rule,
        PreviewView preview) {

    /**
     * Of a new segment, or of one that is there.
     *
     * @param segment its name; empty for a new one
     * @param href of what is edited; of all segments for a new one
     * @param form where the builder stands
     * @param save where it is saved
     * @param output name of the output table that it is about; empty where that is chosen
     * @param edition of the segment that is changed; empty for a new one
     */
    public record Place(String segment, String href, String form, String save, String output, String edition) {

        static final Place NEW = new Place("", "/segments", "/segments/new", "/segments", "", "");

        static Place of(String segment, String href, String output, String edition) {
            return new Place(segment, href, href + "/edit", href, output, edition);
        }

        public boolean isNew() {
            return segment.isEmpty();
        }
    }

    /** Something to choose. */
    public record Choice(String value, String title, boolean isChosen) {}

    /** Things to choose, under a heading. */
    public record Choices(String heading, List<Choice> choices) {}

    /**
     * A group.
     *
     * @param path what its fields' names begin with
     * @param title what it is called where only its title is heard
     * @param mayHoldGroups whether one more may be within it
     * @param problem with it as a whole; empty for none
     */
    public record Group(
            String path,
            String title,
            boolean isAny,
            String problem,
            List<Part> parts,
            boolean isOutermost,
            boolean mayHoldGroups) {

        public String id() {
            return path.replace('.', '-');
        }
    }

    /** One of the two. */
    public record Part(@Nullable Group group, @Nullable Condition condition) {}

    /**
     * A condition.
     *
     * @param path what its fields' names begin with
     * @param title what it is called where only its title is heard
     * @param inputType of the value's field
     * @param hint what a value looks like
     * @param takesValue whether there is a field for a value
     */
    public record Condition(
            String path,
            String title,
            List<Choices> columns,
            List<Choice> operators,
            String value,
            String inputType,
            String hint,
            boolean takesValue,
            String columnProblem,
            String operatorProblem,
            String valueProblem) {

        public String id() {
            return path.replace('.', '-');
        }
    }
}
