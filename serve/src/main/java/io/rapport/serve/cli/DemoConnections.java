package io.rapport.serve.cli;

import io.rapport.connect.consent.Connector;
import io.rapport.connect.directory.Selection;
import io.rapport.connect.graph.ClientId;
import io.rapport.connect.graph.Endpoints;
import io.rapport.connect.graph.TenantId;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.StoredCredential;
import io.rapport.serve.secret.SecretBox;
import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The demonstration's connections to its simulated tenant: mail and meetings, each by an app of its own. */
final class DemoConnections {

    private static final List<Connector> CONNECTORS =
            List.of(Connector.OUTLOOK_MAIL_METADATA, Connector.OUTLOOK_CALENDAR);

    private final SimulatedTenant tenant;
    private final GraphConnections connections;

    DemoConnections(SimulatedTenant tenant, GraphConnections connections) {
        this.tenant = tenant;
        this.connections = connections;
    }

    /** Consents are the tenant's own, which forgets them when it ends; what is connected had them. */
    void consentAgain() {
        connections
                .list()
                .forEach(known -> tenant.apps().grantConsent(known.app().value()));
    }

    /** Connects those that are not. */
    void connect(SecretBox secrets, Instant now) {
        for (Connector connector : CONNECTORS) {
            if (connections.find(connector.word()).isEmpty()) {
                AppRegistration app = tenant.app(StandardApp.valueOf(connector.name()));
                tenant.apps().grantConsent(app.clientId());
                connections.add(
                        new GraphConnection(
                                connector.word(),
                                UUID.randomUUID().toString(),
                                connector,
                                new TenantId(tenant.id()),
                                new ClientId(app.clientId()),
                                new Endpoints(tenant.entraUrl(), tenant.graphUrl()),
                                Selection.ALL,
                                "",
                                now,
                                null),
                        StoredCredential.secret(app.secrets().get(0)),
                        secrets);
            }
        }
    }

    /** Those of the demonstration's own that are there still. */
    List<String> names() {
        return CONNECTORS.stream()
                .map(Connector::word)
                .filter(name -> connections.find(name).isPresent())
                .toList();
    }
}
