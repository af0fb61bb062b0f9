package io.rapport.connect.graph;

import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A client secret. The least of the three: it travels with every token request, and whoever reads it has it. */
public final class ClientSecret implements Credential {

    private final String value;

    /** @throws RapportException {@link ConnectError#BAD_CREDENTIAL} */
    public ClientSecret(String value) {
        this.value = value.strip();
        if (this.value.isEmpty()) {
            throw new RapportException(ConnectError.BAD_CREDENTIAL, "The client secret is empty.");
        }
    }

    @Override
    public Map<String, String> fields(URI audience, ClientId client, Instant now, RandomGenerator random) {
        return Map.of("client_secret", value);
    }

    @Override
    public String kind() {
        return "client secret";
    }

    @Override
    public String toString() {
        return kind();
    }
}
