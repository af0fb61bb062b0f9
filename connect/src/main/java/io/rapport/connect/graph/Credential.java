package io.rapport.connect.graph;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;

/** How an app proves to Entra that it is itself. Never shown: texts of credentials say their kind and nothing else. */
public sealed interface Credential permits ClientSecret, ClientCertificate, FederatedTokenFile {

    /** An assertion of this kind stands in the place of a secret. (RFC 7523) */
    String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /**
     * The fields of the token request that prove it.
     *
     * @param audience the URL that the token is asked of
     */
    Map<String, String> fields(URI audience, ClientId client, Instant now, RandomGenerator random);

    /** For people: {@code certificate}, {@code client secret}, {@code federated token file}. */
    String kind();
}
