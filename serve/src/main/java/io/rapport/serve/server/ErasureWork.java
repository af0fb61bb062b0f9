package io.rapport.serve.server;

import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.retention.Erased;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.Disconnection;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.job.JobWork;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Jobs that end a connection and erase what it brought. */
final class ErasureWork implements JobWork {

    private final ServerPlan plan;
    private final ServeState state;

    ErasureWork(ServerPlan plan, ServeState state) {
        this.plan = plan;
        this.state = state;
    }

    @Override
    public String run(String subject, Progress progress, Consumer<Runnable> onStop) {
        Optional<GraphConnection> tenant = new GraphConnections(state).find(subject);
        Optional<Connection> folder = new Connections(state)
                .list().stream().filter(known -> known.name().equals(subject)).findFirst();
        progress.report("Erasing what it brought, then looking at every file of the home", 0, -1);
        try (Lake lake = Lake.open(plan.home().folder(), plan.state(), plan.instants(), plan.engine())) {
            Disconnection disconnection = new Disconnection(state, lake, plan.home(), plan.instants());
            if (tenant.isPresent()) {
                return words(subject, disconnection.erase(tenant.get()), disconnection.extractionsOutside());
            }
            if (folder.isPresent()) {
                return words(subject, disconnection.erase(folder.get()), disconnection.extractionsOutside());
            }
            // Broken off when the connection was gone already, which goes last: what is left is to overwrite it.
            lake.settleErasure();
            return subject + " is disconnected. What it brought is erased.";
        }
    }

    private static String words(String subject, Erased erased, List<Path> outside) {
        return String.format(
                        Locale.ENGLISH,
                        "%s is disconnected. What it brought is erased: %,d rows in %,d files.",
                        subject,
                        erased.rows(),
                        erased.files())
                + " Extractions that lay in the home are deleted too."
                + (outside.isEmpty()
                        ? ""
                        : " These lie outside of it, so delete them yourself: "
                                + outside.stream().map(Path::toString).collect(Collectors.joining(", ")) + ".");
    }
}
