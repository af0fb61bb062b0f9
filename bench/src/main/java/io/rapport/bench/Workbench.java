package io.rapport.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every benchmark has: a folder to work in, results to standard output and a file, what it does to standard error. */
final class Workbench {

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where to work; a folder in it is made and removed. Default: the system's temporary folder.")
    private @Nullable Path folder;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "bench/RESULTS.md",
            description = "Put the tables into this file, in place of those that are there.")
    private @Nullable Path file;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** A new folder; the caller closes it. */
    WorkFolder open() throws IOException {
        return WorkFolder.in(folder);
    }

    void say(String doing) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(doing);
        err.flush();
    }

    /** @param section of {@link ResultsFile} */
    void report(String section, String tables) throws IOException {
        spec.commandLine().getOut().println(tables);
        if (file != null) {
            ResultsFile.update(file, section, tables);
        }
    }
}
