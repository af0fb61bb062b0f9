package io.rapport.serve.connection;

import io.rapport.connect.consent.Connector;
import io.rapport.connect.directory.Selection;
import io.rapport.connect.graph.ClientId;
import io.rapport.connect.graph.Endpoints;
import io.rapport.connect.graph.TenantId;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.state.ServeState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Connections that wait for an administrator's consent, in the state database. Each is known by a random word that goes to
 * Entra and back: good once, for ten minutes, in the session that it was made for. Thread-safe.
 */
public final class PendingConsents {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int BYTES = 32;

    private final ServeState state;
    private final SecretBox secrets;
    private final InstantSource instants;

    public PendingConsents(ServeState state, SecretBox secrets, InstantSource instants) {
        this.state = state;
        this.secrets = secrets;
        this.instants = instants;
    }

    /**
     * What will be connected.
     *
     * @param id of the connection, random
     * @param tenant as it was typed: its id, or a domain
     */
    public record Pending(
            String name,
            String id,
            Connector connector,
            TenantId tenant,
            ClientId app,
            Endpoints endpoints,
            Selection selection,
            StoredCredential credential) {

        public static Pending of(
                String name,
                Connector connector,
                TenantId tenant,
                ClientId app,
                Endpoints endpoints,
                Selection selection,
                StoredCredential credential) {
            ConnectionName.require(name);
            return new Pending(
                    name, UUID.randomUUID().toString(), connector, tenant, app, endpoints, selection, credential);
        }
    }

    /** Keeps it, and answers with the word for Entra. */
    public String keep(Pending pending, String session) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String word = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        forgetOld();
        state.run(db -> db.sql("""
            insert into pending_consent (state_hash, session_hash, name, id, connector, tenant, client_id,
                login_url, graph_url, selected_groups, selected_mailboxes, excluded_groups, credential_kind,
                credential, requested_at)
            values (:state, :session, :name, :id, :connector, :tenant, :client, :login, :graph,
                :groups, :mailboxes, :excluded, :kind, :credential, :now)
            """)
                .param("state", hash(word))
                .param("session", hash(session))
                .param("name", pending.name())
                .param("id", pending.id())
                .param("connector", pending.connector().word())
                .param("tenant", pending.tenant().value())
                .param("client", pending.app().value())
                .param("login", pending.endpoints().login().toString())
                .param("graph", pending.endpoints().graph().toString())
                .param("groups", JsonText.of(pending.selection().groups()))
                .param("mailboxes", JsonText.of(pending.selection().mailboxes()))
                .param("excluded", JsonText.of(pending.selection().excludedGroups()))
                .param("kind", pending.credential().kind().name())
                .param(
                        "credential",
                        secrets.encrypt(
                                place(pending.id()), pending.credential().content()))
                .param("now", instants.millis())
                .update());
        return word;
    }

    /** What the word stands for; it is good for nothing afterwards, whatever comes of it. */
    public Optional<Pending> redeem(String word, String session) {
        forgetOld();
        Optional<Pending> found = state.run(db -> db.sql(
                        "select * from pending_consent where state_hash = :state and session_hash = :session")
                .param("state", hash(word))
                .param("session", hash(session))
                .query((row, number) -> new Pending(
                        row.getString("name"),
                        row.getString("id"),
                        Connector.find(row.getString("connector")).orElseThrow(),
                        new TenantId(row.getString("tenant")),
                        new ClientId(row.getString("client_id")),
                        new Endpoints(URI.create(row.getString("login_url")), URI.create(row.getString("graph_url"))),
                        new Selection(
                                JsonText.strings(row.getString("selected_groups")),
                                null,
                                JsonText.strings(row.getString("selected_mailboxes")),
                                JsonText.strings(row.getString("excluded_groups"))),
                        StoredCredential.stored(
                                row.getString("credential_kind"),
                                secrets.decrypt(place(row.getString("id")), row.getString("credential")))))
                .optional());
        int taken = state.run(db -> db.sql("delete from pending_consent where state_hash = :state")
                .param("state", hash(word))
                .update());
        return taken == 1 ? found : Optional.empty();
    }

    private void forgetOld() {
        state.run(db -> db.sql("delete from pending_consent where requested_at < :before")
                .param("before", instants.instant().minus(LIFE).toEpochMilli())
                .update());
    }

    private static String place(String id) {
        return "pending/" + id;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
