package io.rapport.serve.security;

import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.state.ServeState;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The provider, in the state database, its secret encrypted. Thread-safe. */
public final class SignInProviders {

    private static final String PLACE = "sign-in";

    private final ServeState state;
    private final SecretBox secrets;
    private final InstantSource instants;

    public SignInProviders(ServeState state, SecretBox secrets, InstantSource instants) {
        this.state = state;
        this.secrets = secrets;
        this.instants = instants;
    }

    /** Empty until somebody configured one. */
    public Optional<SignInProvider> find() {
        return state.run(db -> db.sql("select * from sign_in_provider")
                .query((row, number) -> new SignInProvider(
                        row.getString("issuer"),
                        row.getString("client_id"),
                        new String(secrets.decrypt(PLACE, row.getString("client_secret")), StandardCharsets.UTF_8),
                        row.getString("role_claim"),
                        Map.of(
                                Role.ADMINISTRATOR,
                                row.getString("administrator_value"),
                                Role.CONTRIBUTOR,
                                row.getString("contributor_value"),
                                Role.VIEWER,
                                row.getString("viewer_value"))))
                .optional());
    }

    public boolean isConfigured() {
        return state.run(db -> db.sql("select count(*) from sign_in_provider")
                        .query(Long.class)
                        .single())
                > 0;
    }

    /** From now on people sign in there, and nowhere else. */
    public void set(SignInProvider provider) {
        state.run(db -> db.sql("""
                        insert into sign_in_provider (id, issuer, client_id, client_secret, role_claim,
                            administrator_value, contributor_value, viewer_value, changed_at)
                        values (1, :issuer, :clientId, :secret, :claim, :administrator, :contributor, :viewer, :now)
                        on conflict (id) do update set issuer = excluded.issuer, client_id = excluded.client_id,
                            client_secret = excluded.client_secret, role_claim = excluded.role_claim,
                            administrator_value = excluded.administrator_value,
                            contributor_value = excluded.contributor_value, viewer_value = excluded.viewer_value,
                            changed_at = excluded.changed_at
                        """)
                .param("issuer", provider.issuer())
                .param("clientId", provider.clientId())
                .param("secret", secrets.encrypt(PLACE, provider.clientSecret().getBytes(StandardCharsets.UTF_8)))
                .param("claim", provider.roleClaim())
                .param("administrator", provider.words().getOrDefault(Role.ADMINISTRATOR, ""))
                .param("contributor", provider.words().getOrDefault(Role.CONTRIBUTOR, ""))
                .param("viewer", provider.words().getOrDefault(Role.VIEWER, ""))
                .param("now", instants.millis())
                .update());
    }
}
