package io.rapport.serve.web.insight;

import java.util.List;

/**
 * What people do with their contacts.
 *
 * @param problem why there is no answer; empty where there is one
 * @param isLanded whether any signal has landed
 * @param period the days that were counted, in words
 * @param remark what the reader has to know of them; empty for nothing
 * @param from first day, as the form has it
 * @param to first day that is not counted, likewise
 * @param by to switch between periods
 * @param word of the chosen period: day, week or month
 * @param charts one for each of four questions
 * @param adding how often employees add contacts; empty where there are not enough people
 * @param departments likewise
 * @param extract address of the form of an extraction over the same days; empty where the reader may not
 * @param minimum the fewest employees that are shown together
 */
public record ContactActivityView(
        String problem,
        boolean isLanded,
        String period,
        String remark,
        String from,
        String to,
        List<Choice> by,
        String word,
        List<Chart> charts,
        List<Bar> adding,
        List<Group> apps,
        List<Group> departments,
        String extract,
        int minimum) {

    /** @param href where the others lead */
    public record Choice(String title, String href, boolean isChosen) {}

    /**
     * A question and its answer.
     *
     * @param total in all
     * @param isEmpty whether there is nothing in any period
     */
    public record Chart(
            String id,
            String question,
            String total,
            String unit,
            String definition,
            boolean isEmpty,
            List<Bar> bars) {}

    /** @param label short, for the axis */
    public record Bar(String name, String label, long value, String text) {}

    /**
     * An application or a department.
     *
     * @param employees how many; empty for applications
     * @param width of its bar, of 100
     */
    public record Group(
            String name, String employees, String added, String created, String deleted, String modified, long width) {}
}
