package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.connect.consent.Connector;
import io.rapport.connect.graph.ClientId;
import io.rapport.connect.graph.ClientSecret;
import io.rapport.connect.graph.Endpoints;
import io.rapport.connect.graph.GraphAccess;
import io.rapport.connect.graph.TenantId;
import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.entra.Permission;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.TenantPlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The registration script against a simulated tenant, with the Azure CLI's requests made by a stand-in. */
@DisabledOnOs(OS.WINDOWS)
class RegistrationScriptIT {

    private static final Path SCRIPT =
            Path.of("..", "docs", "connect", "register.sh").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private final SimulatedTenant tenant =
            SimulatedTenant.start(TenantPlan.small(7, Typed.NOON).withThrottle(100_000));

    @AfterEach
    void stop() {
        tenant.close();
    }

    @ParameterizedTest
    @EnumSource(Connector.class)
    void the_script_registers_an_app_that_connects_with_its_certificate(Connector connector) throws Exception {
        Certificate.make(folder);
        writeAz(registrarsToken());
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", folder + ":" + System.getenv("PATH"));
        environment.put("RAPPORT_PAUSE", "0");

        Finished script = Finished.run(
                folder,
                environment,
                List.of(
                        "sh",
                        SCRIPT.toString(),
                        connector.word(),
                        folder.resolve("rapport.crt").toString()));

        assertThat(script.code()).as(script.err()).isZero();
        assertThat(script.out()).startsWith("Tenant id: " + tenant.id() + "\nClient id: ");
        String client = script.out().strip().replaceAll("(?s).*Client id: ", "");
        Typed connected = Typed.on(
                folder.resolve("home"),
                "connect",
                connector.word(),
                "--tenant",
                tenant.id(),
                "--client-id",
                client,
                "--certificate",
                folder.resolve("rapport.pem").toString(),
                "--login-url",
                tenant.entraUrl().toString(),
                "--graph-url",
                tenant.graphUrl().toString());
        assertThat(connected.code()).as(connected.err()).isZero();
        assertThat(connected.out().lines().skip(1))
                .hasSize(connector.permissions().size())
                .allSatisfy(line -> assertThat(line).startsWith("  ok "));
    }

    /** What an administrator who is signed in has. */
    private String registrarsToken() throws InterruptedException {
        AppRegistration registrar = tenant.apps().register("Registrar");
        tenant.apps()
                .change(
                        registrar.clientId(),
                        app -> app.withPermissions(Set.of(
                                        Permission.APPLICATION_READ_WRITE_ALL,
                                        Permission.APP_ROLE_ASSIGNMENT_READ_WRITE_ALL))
                                .withSecret("secret"));
        tenant.apps().grantConsent(registrar.clientId());
        GraphAccess access = GraphAccess.open(
                () -> Typed.NOON,
                new Endpoints(tenant.entraUrl(), tenant.graphUrl()),
                new TenantId(tenant.id()),
                new ClientId(registrar.clientId()),
                new ClientSecret("secret"),
                new SplittableRandom(7),
                1 << 20);
        String[] token = {""};
        access.tokens().with(given -> token[0] = given);
        access.loop().runUntil(() -> !token[0].isEmpty());
        return token[0];
    }

    /** Where the stand-in's class lies, beside this one. */
    private static Path classes() {
        return Path.of(URI.create(RegistrationScriptIT.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    private void writeAz(String token) throws IOException {
        Path az = Files.writeString(
                folder.resolve("az"),
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -cp '"
                        + classes() + "' io.rapport.serve.docs.AzureCli '"
                        + tenant.graphUrl() + "' '" + token + "' '" + tenant.id() + "' \"$@\"\n");
        Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwx------"));
    }
}
