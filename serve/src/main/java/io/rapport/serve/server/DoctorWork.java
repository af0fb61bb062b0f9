package io.rapport.serve.server;

import io.rapport.connect.consent.Finding;
import io.rapport.core.error.RapportException;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.Diagnosis;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.GraphSync;
import io.rapport.serve.connection.Troubles;
import io.rapport.serve.job.JobWork;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.upkeep.DiskUse;
import io.rapport.serve.upkeep.HomeCheck;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Jobs that look whether every connection works; they read no mail and change nothing. */
final class DoctorWork implements JobWork {

    private final ServerPlan plan;
    private final ServeState state;

    DoctorWork(ServerPlan plan, ServeState state) {
        this.plan = plan;
        this.state = state;
    }

    @Override
    public String run(String subject, Progress progress, Consumer<Runnable> onStop) throws InterruptedException {
        List<Diagnosis> diagnoses = new ArrayList<>();
        diagnoses.add(new Diagnosis("State database", true, "It answers."));
        try (Lake lake = Lake.open(plan.home().folder(), plan.state(), plan.instants(), plan.engine())) {
            diagnoses.addAll(HomeCheck.of(DiskUse.of(plan.home()), lake.contents()));
        }
        for (Connection folder : new Connections(state).list()) {
            diagnoses.add(look(folder));
        }
        List<GraphConnection> tenants = new GraphConnections(state).list();
        for (int i = 0; i < tenants.size(); i++) {
            progress.report("Trying the permissions of " + tenants.get(i).name(), i, tenants.size());
            diagnoses.add(look(tenants.get(i)));
        }
        return Diagnosis.write(diagnoses);
    }

    private static Diagnosis look(Connection folder) {
        boolean isThere = Files.isReadable(folder.folder());
        return new Diagnosis(
                folder.name(),
                isThere,
                isThere ? "The folder can be read." : folder.folder() + " is not there or can't be read.");
    }

    private Diagnosis look(GraphConnection tenant) throws InterruptedException {
        try {
            List<Finding> findings = new GraphSync(state, plan.instants(), plan.secrets()).probe(tenant);
            String troubles = findings.stream()
                    .filter(finding -> finding.state() != Finding.State.WORKING)
                    .map(finding -> finding.permission() + " " + finding.text())
                    .collect(Collectors.joining(" "));
            return new Diagnosis(
                    tenant.name(),
                    !Troubles.areIn(findings),
                    troubles.isEmpty() ? "There is a token, and every permission works." : troubles);
        } catch (RapportException failed) {
            return new Diagnosis(tenant.name(), false, failed.text());
        }
    }
}
