package io.rapport.simulator.entra;

import com.nimbusds.jwt.JWTClaimsSet;
import io.rapport.simulator.company.Person;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;

/** ID tokens: who signed in, with which roles of the app. */
final class IdTokens {

    private final SigningKey key;
    private final Tenant tenant;
    private final Apps apps;
    private final Ids ids;
    private final InstantSource machine;
    private final String issuer;

    IdTokens(SigningKey key, Tenant tenant, Apps apps, Ids ids, InstantSource machine, String issuer) {
        this.key = key;
        this.tenant = tenant;
        this.apps = apps;
        this.ids = ids;
        this.machine = machine;
        this.issuer = issuer;
    }

    /** One per app and person, as Entra makes it: no other app can tell who it is. */
    String subject(AppRegistration app, String person) {
        return ids.guid("subject", app.clientId(), person).replace("-", "");
    }

    String of(AppRegistration app, AuthorizationCodes.Grant grant, TokenLife life) {
        Person person =
                tenant.findPerson(grant.person()).orElseThrow(() -> new EntraRefusal(EntraError.UNKNOWN_PERSON));
        Instant now = machine.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .audience(app.clientId())
                .issuer(issuer)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life.length())))
                .subject(subject(app, person.id()))
                .claim("oid", person.id())
                .claim("tid", tenant.id())
                .claim("name", person.displayName())
                .claim("preferred_username", person.userPrincipalName())
                .claim("email", person.mail())
                .claim("uti", life.id())
                .claim("ver", "2.0");
        if (!grant.nonce().isEmpty()) {
            claims.claim("nonce", grant.nonce());
        }
        Set<String> roles = apps.roles(app.clientId(), person.id());
        if (!roles.isEmpty()) {
            claims.claim("roles", roles.stream().sorted().toList());
        }
        return key.sign(claims.build());
    }
}
