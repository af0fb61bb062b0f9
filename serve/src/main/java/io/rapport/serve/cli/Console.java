package io.rapport.serve.cli;

import io.rapport.core.program.ProgramVersion;
import io.rapport.serve.json.JsonText;
import java.io.PrintStream;
import java.util.Map;

/** How a command speaks: answers go to standard output, notes to standard error. */
final class Console {

    private final Surroundings surroundings;
    private final boolean json;
    private final boolean quiet;

    Console(Surroundings surroundings, boolean json, boolean quiet) {
        this.surroundings = surroundings;
        this.json = json;
        this.quiet = quiet;
    }

    /** Whether answers are wanted in JSON. */
    boolean isJson() {
        return json;
    }

    /** A line of the answer, for people. */
    void line(String text) {
        surroundings.out().print(text + "\n");
    }

    /** The answer, for programs: maps, lists, text, numbers, booleans and null. */
    void json(Object answer) {
        line(JsonText.of(answer));
    }

    /** What is good to know and no part of the answer. */
    void note(String text) {
        if (!quiet) {
            surroundings.err().print(text + "\n");
        }
    }

    /** Answers which version this is. */
    void version() {
        String version = ProgramVersion.text();
        if (json) {
            json(Map.of("version", version));
        } else {
            line("rapport " + version);
        }
    }

    PrintStream out() {
        return surroundings.out();
    }

    /** Width that a table may take; {@link Integer#MAX_VALUE} where no terminal bounds it. */
    int width() {
        int columns = surroundings.terminal().columns();
        return surroundings.terminal().isOut() && columns > 0 ? columns : Integer.MAX_VALUE;
    }

    /** Hears of progress and shows it until it is closed: a bar on a terminal, lines elsewhere, nothing when quiet. */
    ProgressView progress() {
        if (quiet || json) {
            return ProgressView.NONE;
        }
        Surroundings.Terminal terminal = surroundings.terminal();
        return terminal.isErr()
                ? new ProgressBars(surroundings.err(), terminal.columns())
                : new ProgressLines(surroundings.err(), surroundings.instants());
    }
}
