package io.rapport.serve.web.enrichment;

import java.util.List;

/**
 * How far a run is. Nobody's name stands in it.
 *
 * @param state of it, as a word, and
 * @param colour as the class of its colour
 * @param timing when it began, how long it has taken
 * @param task what it is doing
 * @param percent how far it is; -1 where that is not known
 * @param tasks its parts
 * @param remarks what was left out, or why it failed or was not begun
 * @param isOver whether it ended
 */
public record RunPane(
        String output,
        String state,
        String colour,
        String timing,
        String task,
        int percent,
        List<TaskLine> tasks,
        List<String> remarks,
        boolean isOver) {

    public RunPane {
        tasks = List.copyOf(tasks);
        remarks = List.copyOf(remarks);
    }

    /** A part of a run; rows and time are empty before its end. */
    public record TaskLine(String title, String state, String colour, String rows, String took) {}
}
