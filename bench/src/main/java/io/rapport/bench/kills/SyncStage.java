package io.rapport.bench.kills;

import io.rapport.bench.program.FolderCopy;
import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A first sync of a tenant that commits every few hundred rows: what has landed stays, and the next sync goes on there. */
record SyncStage(Ground ground, SimulatedTenant tenant) implements Stage {

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        for (StandardApp standard : List.of(StandardApp.OUTLOOK_MAIL_METADATA, StandardApp.OUTLOOK_CALENDAR)) {
            AppRegistration app = tenant.app(standard);
            tenant.apps().grantConsent(app.clientId());
            Path secret = Files.writeString(
                    ground.folder().resolve("secret-" + standard), app.secrets().get(0));
            ground.program()
                    .done(
                            connected(),
                            "connect",
                            standard.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            "--tenant",
                            tenant.id(),
                            "--client-id",
                            app.clientId(),
                            "--secret-file",
                            secret.toString(),
                            "--login-url",
                            tenant.entraUrl().toString(),
                            "--graph-url",
                            tenant.graphUrl().toString());
        }
    }

    private Path connected() {
        return ground.folder().resolve("connected");
    }

    @Override
    public void lay(Path place) throws IOException {
        FolderCopy.copy(connected(), home(place));
    }

    @Override
    public Path home(Path place) {
        return place.resolve("home");
    }

    @Override
    public List<String> words(Path place) {
        return List.of("sync", "--commit-rows", "300");
    }

    /** That keys are there once is looked at on the way. */
    @Override
    public boolean look(Path place, Path calm) {
        return ground.rows().of(home(place), "").equals(ground.rows().of(home(calm), ""));
    }

    @Override
    public String result(Path place) throws IOException {
        return ground.rows().settled(home(place)) + "\n" + Trees.kinds(home(place), Ground.PARTS);
    }
}
