package io.rapport.connect.graph;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.List;

/** The permissions that a token names. Graph's tokens are opaque to clients, so this is a hint and nothing more. */
public final class TokenRoles {

    private TokenRoles() {}

    /** Empty where the token can't be read, or names none. */
    public static List<String> hint(String token) {
        try {
            List<String> roles = JWTParser.parse(token).getJWTClaimsSet().getStringListClaim("roles");
            return roles == null ? List.of() : List.copyOf(roles);
        } catch (ParseException opaque) {
            return List.of();
        }
    }
}
