package io.rapport.serve.cli;

import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The command that connects a home to a simulated tenant, by an app that was consented to. */
final class ConnectWords {

    private ConnectWords() {}

    /** @param folder where the app's secret is written to */
    static List<String> of(SimulatedTenant tenant, StandardApp standard, Path folder) throws IOException {
        AppRegistration app = tenant.app(standard);
        tenant.apps().grantConsent(app.clientId());
        Path secret = Files.writeString(
                folder.resolve("secret-" + standard), app.secrets().get(0));
        return List.of(
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
