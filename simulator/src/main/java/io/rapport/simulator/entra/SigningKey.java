package io.rapport.simulator.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.concurrent.CompletableFuture;

/**
 * Signs with RS256. The key is made from the seed, and so is no secret: it guards nothing but made-up data. Finding its
 * primes takes a while: that begins at once, and whoever needs the key first waits for it. Thread-safe.
 */
final class SigningKey {

    private static final int BITS = 2048;

    private final String keyId;
    private final CompletableFuture<Pair> pair;

    SigningKey(long seed, String keyId) {
        this.keyId = keyId;
        this.pair = CompletableFuture.supplyAsync(() -> Pair.of(seed, keyId));
    }

    /** The key, and what works with it. */
    private record Pair(RSAKey key, RSASSASigner signer, RSASSAVerifier verifier) {

        static Pair of(long seed, String keyId) {
            try {
                SecureRandom repeatable = SecureRandom.getInstance("SHA1PRNG");
                repeatable.setSeed(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(BITS, repeatable);
                KeyPair pair = generator.generateKeyPair();
                RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                        .privateKey(pair.getPrivate())
                        .keyID(keyId)
                        .keyUse(KeyUse.SIGNATURE)
                        .build();
                return new Pair(key, new RSASSASigner(key), new RSASSAVerifier(key));
            } catch (NoSuchAlgorithmException | JOSEException missing) {
                throw new IllegalStateException("This JDK can't make RSA keys.", missing);
            }
        }
    }

    /** The public half. */
    RSAKey publicKey() {
        return pair.join().key().toPublicJWK();
    }

    JWKSet publicKeys() {
        return new JWKSet(publicKey());
    }

    String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(keyId)
                        .build(),
                claims);
        try {
            token.sign(pair.join().signer());
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
        return token.serialize();
    }

    boolean isMine(SignedJWT token) {
        try {
            return JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())
                    && token.verify(pair.join().verifier());
        } catch (JOSEException | IllegalStateException broken) {
            return false;
        }
    }
}
