package io.rapport.simulator.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.rapport.simulator.http.Parameters;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;

/**
 * Whether a client is the app that it says: by secret, by an assertion that its certificate signed, or by a federated
 * token. As with Microsoft, an assertion may be brought again until it expires.
 */
final class ClientCredentials {

    static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final InstantSource machine;

    ClientCredentials(InstantSource machine) {
        this.machine = machine;
    }

    /**
     * @param audiences of an assertion that are this tenant's
     * @return whether it was a key and no secret
     * @throws EntraRefusal where it is not the app
     */
    boolean check(AppRegistration app, Parameters form, Set<String> audiences) {
        String secret = form.text("client_secret");
        String assertion = form.text("client_assertion");
        if (!secret.isEmpty()) {
            if (!app.secrets().contains(secret)) {
                throw new EntraRefusal(EntraError.WRONG_SECRET, app.clientId());
            }
            return false;
        }
        if (assertion.isEmpty()) {
            throw new EntraRefusal(EntraError.NO_CREDENTIAL);
        }
        if (!form.text("client_assertion_type").equals(ASSERTION_TYPE)) {
            throw new EntraRefusal(EntraError.ASSERTION_TYPE);
        }
        try {
            SignedJWT jwt = SignedJWT.parse(assertion);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (app.clientId().equals(claims.getIssuer())) {
                checkOwn(app, jwt, claims, audiences);
            } else {
                checkFederated(app, jwt, claims);
            }
            checkTime(claims);
            return true;
        } catch (ParseException | IllegalArgumentException malformed) {
            throw new EntraRefusal(EntraError.ASSERTION_MALFORMED);
        }
    }

    private static void checkOwn(AppRegistration app, SignedJWT jwt, JWTClaimsSet claims, Set<String> audiences) {
        Base64URL thumbprint = jwt.getHeader().getX509CertSHA256Thumbprint();
        X509Certificate certificate = thumbprint == null
                ? null
                : app.findCertificate(thumbprint.toString()).orElse(null);
        if (certificate == null
                || !JWSAlgorithm.PS256.equals(jwt.getHeader().getAlgorithm())
                || !(certificate.getPublicKey() instanceof RSAPublicKey key)
                || !isSignedWith(jwt, new RSASSAVerifier(key))) {
            throw new EntraRefusal(EntraError.ASSERTION_KEY);
        }
        if (!app.clientId().equals(claims.getSubject())) {
            throw new EntraRefusal(EntraError.ASSERTION_SUBJECT);
        }
        if (claims.getAudience().stream().noneMatch(audiences::contains)) {
            throw new EntraRefusal(EntraError.ASSERTION_AUDIENCE);
        }
        if (claims.getJWTID() == null) {
            throw new EntraRefusal(EntraError.ASSERTION_MALFORMED);
        }
    }

    private static void checkFederated(AppRegistration app, SignedJWT jwt, JWTClaimsSet claims) {
        for (FederatedCredential credential : app.federated()) {
            if (credential.issuer().equals(claims.getIssuer())
                    && credential.subject().equals(claims.getSubject())
                    && claims.getAudience().contains(credential.audience())
                    && isSignedWith(jwt, credential)) {
                return;
            }
        }
        throw new EntraRefusal(EntraError.NO_FEDERATION);
    }

    private static boolean isSignedWith(SignedJWT jwt, FederatedCredential credential) {
        JWK key = credential.keys().getKeyByKeyId(jwt.getHeader().getKeyID());
        try {
            return key instanceof RSAKey rsa
                    && JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    && isSignedWith(jwt, new RSASSAVerifier(rsa));
        } catch (JOSEException unusable) {
            return false;
        }
    }

    private static boolean isSignedWith(SignedJWT jwt, JWSVerifier verifier) {
        try {
            return jwt.verify(verifier);
        } catch (JOSEException | IllegalStateException broken) {
            return false;
        }
    }

    private void checkTime(JWTClaimsSet claims) {
        Instant now = machine.instant();
        Date expires = claims.getExpirationTime();
        Date notBefore = claims.getNotBeforeTime();
        if (expires == null
                || !now.isBefore(expires.toInstant().plus(SKEW))
                || (notBefore != null && now.plus(SKEW).isBefore(notBefore.toInstant()))) {
            throw new EntraRefusal(EntraError.ASSERTION_TIME);
        }
    }
}
