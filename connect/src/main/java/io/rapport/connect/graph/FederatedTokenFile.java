package io.rapport.connect.graph;

import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A token that a platform the app trusts writes into a file, and renews there: it is read anew for every token request. */
public final class FederatedTokenFile implements Credential {

    private final Path file;

    public FederatedTokenFile(Path file) {
        this.file = file;
    }

    @Override
    public Map<String, String> fields(URI audience, ClientId client, Instant now, RandomGenerator random) {
        String token;
        try {
            token = Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw bad("can't be read", e);
        }
        if (token.split("\\.", -1).length != 3) {
            throw bad("holds no token (three parts with points between)", null);
        }
        return Map.of("client_assertion_type", ASSERTION_TYPE, "client_assertion", token);
    }

    private RapportException bad(String what, @org.jspecify.annotations.Nullable Throwable cause) {
        return new RapportException(
                ConnectError.BAD_CREDENTIAL,
                "The federated token file " + file + " " + what + ". Check that the platform writes it and that this"
                        + " account may read it.",
                cause);
    }

    @Override
    public String kind() {
        return "federated token file";
    }

    @Override
    public String toString() {
        return kind();
    }
}
