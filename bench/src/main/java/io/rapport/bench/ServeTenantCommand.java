package io.rapport.bench;

import io.rapport.bench.tenant.TenantServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The tenant, in the process that {@link TenantCommand} started for it. */
@Command(name = "serve-tenant", hidden = true)
final class ServeTenantCommand implements Callable<Integer> {

    @Option(names = "--people", required = true)
    private int people;

    @Option(names = "--months", required = true)
    private int months;

    @Option(names = "--figures", required = true)
    private Path figures = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        TenantServer.serve(people, months, System.in, out).write(figures);
        return 0;
    }
}
