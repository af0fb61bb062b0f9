package io.rapport.connect.graph;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A certificate whose public half the app knows: every token request carries an assertion of five minutes, signed with
 * PS256 and naming the certificate by {@code x5t#S256}. The key itself never leaves this process.
 */
public final class ClientCertificate implements Credential {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final X509Certificate certificate;
    private final PrivateKey key;

    public ClientCertificate(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** When it ends. */
    public Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    @Override
    public Map<String, String> fields(URI audience, ClientId client, Instant now, RandomGenerator random) {
        try {
            SignedJWT assertion = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.PS256)
                            .type(JOSEObjectType.JWT)
                            .x509CertSHA256Thumbprint(thumbprint())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .audience(audience.toString())
                            .issuer(client.value())
                            .subject(client.value())
                            .jwtID(new UUID(random.nextLong(), random.nextLong()).toString())
                            .issueTime(Date.from(now))
                            .notBeforeTime(Date.from(now))
                            .expirationTime(Date.from(now.plus(LIFE)))
                            .build());
            assertion.sign(new RSASSASigner(key));
            return Map.of("client_assertion_type", ASSERTION_TYPE, "client_assertion", assertion.serialize());
        } catch (JOSEException e) {
            throw new IllegalStateException("the key was checked when it was read", e);
        }
    }

    /** SHA-256 of the certificate, as Entra knows it. */
    Base64URL thumbprint() {
        try {
            return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("every JDK has SHA-256, and certificates were read from their encoding", e);
        }
    }

    @Override
    public String kind() {
        return "certificate";
    }

    @Override
    public String toString() {
        return kind();
    }
}
