package io.rapport.bench;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a benchmark writes: results to standard output, what it is doing to standard error. */
final class Console {

    private Console() {}

    static void print(@Nullable CommandSpec spec, String results) {
        set(spec).commandLine().getOut().println(results);
    }

    static void say(@Nullable CommandSpec spec, String doing) {
        PrintWriter err = set(spec).commandLine().getErr();
        err.println(doing);
        err.flush();
    }

    private static CommandSpec set(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec, "picocli sets the spec before it calls a command");
    }
}
