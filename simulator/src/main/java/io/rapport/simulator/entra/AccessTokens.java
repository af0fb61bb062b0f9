package io.rapport.simulator.entra;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Access tokens for Graph: makes them, and reads those that come back. Thread-safe. */
public final class AccessTokens {

    static final String GRAPH = "https://graph.microsoft.com";

    private static final int KNOWN = 10_000;

    private final SigningKey key;
    private final InstantSource machine;
    private final Map<String, Caller> known = new ConcurrentHashMap<>();

    AccessTokens(SigningKey key, InstantSource machine) {
        this.key = key;
        this.machine = machine;
    }

    /** For the app itself, with the permissions that were consented to. */
    String ofApp(
            String tenant,
            AppRegistration app,
            Set<Permission> permissions,
            boolean isByKey,
            Duration life,
            String id) {
        JWTClaimsSet.Builder claims = claims(tenant, app, life, id)
                .subject(app.principalId())
                .claim("oid", app.principalId())
                .claim("appidacr", isByKey ? "2" : "1")
                .claim("idtyp", "app");
        if (!permissions.isEmpty()) {
            claims.claim(
                    "roles",
                    permissions.stream().map(Permission::value).sorted().toList());
        }
        return key.sign(claims.build());
    }

    /** For a person who signed in. */
    String ofPerson(
            String tenant,
            AppRegistration app,
            String person,
            String subject,
            Set<String> scopes,
            Duration life,
            String id) {
        return key.sign(claims(tenant, app, life, id)
                .subject(subject)
                .claim("oid", person)
                .claim("idtyp", "user")
                .claim("scp", scopes.stream().sorted().collect(Collectors.joining(" ")))
                .build());
    }

    private JWTClaimsSet.Builder claims(String tenant, AppRegistration app, Duration life, String id) {
        Instant now = machine.instant();
        return new JWTClaimsSet.Builder()
                .audience(GRAPH)
                .issuer("https://sts.windows.net/" + tenant + "/")
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .claim("app_displayname", app.displayName())
                .claim("appid", app.clientId())
                .claim("tid", tenant)
                .claim("uti", id)
                .claim("ver", "1.0");
    }

    /**
     * Who brought a token.
     *
     * @throws BadToken where it is none, not for Graph, forged or expired
     */
    public Caller read(String token) {
        Caller caller = known.get(token);
        if (caller == null) {
            caller = parsed(token);
            if (known.size() >= KNOWN) {
                known.clear();
            }
            known.put(token, caller);
        }
        if (!machine.instant().isBefore(caller.expires())) {
            throw new BadToken("Lifetime validation failed, the token is expired.");
        }
        return caller;
    }

    private Caller parsed(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!key.isMine(jwt) || !JOSEObjectType.JWT.equals(jwt.getHeader().getType())) {
                throw new BadToken("Access token validation failure. Invalid signature.");
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (!claims.getAudience().equals(List.of(GRAPH))) {
                throw new BadToken("Access token validation failure. Invalid audience.");
            }
            return caller(claims);
        } catch (ParseException | IllegalArgumentException malformed) {
            throw new BadToken("CompactToken parsing failed with error code: 80049217");
        }
    }

    private static Caller caller(JWTClaimsSet claims) throws ParseException {
        List<String> roles = claims.getStringListClaim("roles");
        String scopes = claims.getStringClaim("scp");
        return new Caller(
                claims.getStringClaim("appid"),
                roles == null
                        ? Set.of()
                        : roles.stream()
                                .map(Permission::find)
                                .flatMap(Optional::stream)
                                .collect(Collectors.toSet()),
                scopes == null ? Set.of() : Set.copyOf(Arrays.asList(scopes.split(" "))),
                scopes == null ? Optional.empty() : Optional.of(claims.getStringClaim("oid")),
                claims.getExpirationTime().toInstant());
    }
}
