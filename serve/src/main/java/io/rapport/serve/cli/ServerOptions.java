package io.rapport.serve.cli;

import io.rapport.connect.graph.Endpoints;
import io.rapport.core.error.RapportException;
import io.rapport.serve.server.ServerPlan;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where a server listens. */
final class ServerOptions {

    private static final String METRICS_TOKEN = "RAPPORT_METRICS_TOKEN";
    private static final int LAST_PORT = 65_535;
    private static final double ENGINE_SHARE = 0.5;

    @Option(names = "--port", paramLabel = "PORT", description = "Default: 8080; 0 takes any free one.")
    int port = 8080;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "To listen on. Default: 127.0.0.1, this machine alone.")
    String address = "127.0.0.1";

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "How people reach it, where a proxy stands before it: https://rapport.contoso.com.")
    String publicUrl = "";

    ServerPlan plan(Session session, String title, Map<String, Endpoints> clouds) {
        if (port < 0 || port > LAST_PORT) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT, "--port is " + port + "; it goes from 0 to " + LAST_PORT + ".");
        }
        return new ServerPlan(
                session.home(),
                session.state(),
                session.instants(),
                session.openSecrets(),
                session.engineSettings(ENGINE_SHARE),
                address,
                port,
                checkedUrl(),
                clouds,
                title,
                session.environment(METRICS_TOKEN),
                true);
    }

    private String checkedUrl() {
        if (publicUrl.isEmpty()) {
            return "";
        }
        try {
            URI uri = URI.create(publicUrl);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean isBare = uri.getHost() != null
                    && (uri.getRawPath() == null || uri.getRawPath().isEmpty())
                    && uri.getRawQuery() == null;
            if (isBare && (scheme.equals("https") || scheme.equals("http"))) {
                return publicUrl;
            }
        } catch (IllegalArgumentException noUri) {
            // Said below.
        }
        throw new RapportException(
                CliError.WRONG_ARGUMENT,
                "--public-url is \"" + publicUrl
                        + "\"; it is a scheme and a host, with nothing after it: https://rapport.contoso.com.");
    }
}
