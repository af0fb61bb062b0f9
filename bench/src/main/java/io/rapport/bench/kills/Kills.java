package io.rapport.bench.kills;

import io.rapport.bench.program.StartedProgram;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.TenantPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** All stages, one after the other, the kills shared out among them. */
public final class Kills {

    private static final int TENANT_SEED = 7;
    private static final int PEOPLE = 12;
    private static final int MONTHS = 2;
    private static final double WITHOUT_LIMITS = 100_000;

    private final Path program;
    private final Path homes;
    private final Path folder;

    /**
     * @param program the built jar
     * @param homes of earlier versions
     * @param folder where to work; empty
     */
    public Kills(Path program, Path homes, Path folder) {
        this.program = program.toAbsolutePath();
        this.homes = homes.toAbsolutePath();
        this.folder = folder.toAbsolutePath();
    }

    /**
     * @param only stages by name; empty for all
     * @param says gets what is being done
     */
    public List<StageResult> run(int kills, long seed, List<String> only, Consumer<String> says)
            throws IOException, InterruptedException {
        // The processes that are killed live in the machine's time.
        InstantSource clock = InstantSource.system();
        TenantPlan plan = TenantPlan.of(
                        TENANT_SEED, PEOPLE, MONTHS, clock.instant(), InstantSource.fixed(clock.instant()))
                .withThrottle(WITHOUT_LIMITS);
        StartedProgram launcher = new StartedProgram(program, Files.createDirectories(folder.resolve("said")));
        try (VisibleRows rows = new VisibleRows(folder.resolve("tmp"), clock);
                SimulatedTenant tenant = SimulatedTenant.start(plan)) {
            Ground ground = new Ground(folder, launcher, rows, new SmallCompany(folder.resolve("exports")));
            List<Stage> stages = new ArrayList<>(List.of(
                    new ImportStage(ground),
                    new SyncStage(ground, tenant),
                    new EnrichStage(ground),
                    new ExtractStage(ground),
                    new CompactStage(ground),
                    new EraseStage(ground),
                    new BackupStage(ground),
                    new MigrationStage(ground, homes)));
            stages.removeIf(stage -> !only.isEmpty() && !only.contains(stage.name()));
            List<StageResult> results = new ArrayList<>();
            for (int i = 0; i < stages.size(); i++) {
                Stage stage = stages.get(i);
                int share = kills / stages.size() + (i < kills % stages.size() ? 1 : 0);
                says.accept("Killing " + stage.name() + " " + share + " times");
                results.add(new Campaign(launcher::start, folder, new Random(seed + i)).run(stage, share));
            }
            return results;
        }
    }
}
