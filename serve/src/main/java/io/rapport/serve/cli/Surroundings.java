package io.rapport.serve.cli;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What a process finds around it; tests bring their own.
 *
 * @param out for what a command answers
 * @param err for progress, notes and errors
 * @param environment the environment variables
 * @param terminal what of the two is one
 * @param instants the clock
 * @param machineMemory memory of the machine or the container, in bytes; asked for only where it matters
 */
record Surroundings(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Terminal terminal,
        InstantSource instants,
        LongSupplier machineMemory) {

    /**
     * @param isOut whether standard output is a terminal
     * @param isErr whether standard error is a terminal
     * @param columns its width in characters; 0 where that is not known
     */
    record Terminal(boolean isOut, boolean isErr, int columns) {

        static final Terminal NONE = new Terminal(false, false, 0);

        /** As the launcher found it ({@code test -t}), which knows it also where one stream is redirected. */
        static Terminal ofLauncher(String streams, int columns) {
            return new Terminal(streams.contains("out"), streams.contains("err"), Math.max(0, columns));
        }
    }
}
