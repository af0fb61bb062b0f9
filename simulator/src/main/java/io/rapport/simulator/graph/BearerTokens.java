package io.rapport.simulator.graph;

import io.rapport.simulator.entra.AccessTokens;
import io.rapport.simulator.entra.BadToken;
import io.rapport.simulator.entra.Caller;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.http.Request;
import java.util.Map;

/** Who makes a request, by the token in its header. Thread-safe. */
final class BearerTokens {

    private static final String BEARER = "Bearer ";

    private final AccessTokens tokens;

    BearerTokens(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** @throws GraphRefusal 401 where the token is missing, or none of this tenant's, or expired */
    Caller caller(Request request) {
        String header = request.findHeader("Authorization").orElse("");
        if (header.isBlank()) {
            throw unauthorized("Access token is empty.");
        }
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw unauthorized("Access token validation failure. The authentication scheme is not Bearer.");
        }
        try {
            return tokens.read(header.substring(BEARER.length()).strip());
        } catch (BadToken bad) {
            throw unauthorized(bad.text());
        }
    }

    private static GraphRefusal unauthorized(String message) {
        return new GraphRefusal(
                401,
                "InvalidAuthenticationToken",
                message,
                Map.of(
                        "WWW-Authenticate",
                        "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\""));
    }
}
