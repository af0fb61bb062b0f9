package io.rapport.connect.graph;

import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a certificate with its private key: PEM with both in one file, or PKCS #12 ({@code .pfx}, {@code .p12}). */
public final class CertificateFile {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final int LEAST_BITS = 2048;

    private CertificateFile() {}

    /**
     * @param bytes of the file
     * @param password of a PKCS #12 file; empty where it has none
     * @throws RapportException {@link ConnectError#BAD_CREDENTIAL}
     */
    public static ClientCertificate read(byte[] bytes, char[] password) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        try {
            return text.contains("-----BEGIN ") ? pem(text) : store(bytes, password);
        } catch (GeneralSecurityException | IOException e) {
            throw bad("can't be read. It has to be PEM or PKCS #12; for PKCS #12 the password is taken from"
                    + " RAPPORT_CERTIFICATE_PASSWORD");
        }
    }

    private static ClientCertificate pem(String text) throws GeneralSecurityException {
        X509Certificate certificate = null;
        PrivateKey key = null;
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            byte[] content = Base64.getMimeDecoder().decode(blocks.group(2));
            switch (blocks.group(1)) {
                case "CERTIFICATE" -> {
                    if (certificate == null) {
                        certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                                .generateCertificate(new ByteArrayInputStream(content));
                    }
                }
                case "PRIVATE KEY" ->
                    key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(content));
                case "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "EC PRIVATE KEY" ->
                    throw bad("holds its key in another form than PKCS #8 without a password. To turn it into that:"
                            + " openssl pkcs8 -topk8 -nodes -in KEY -out NEWKEY");
                default -> {
                    // Parameters and requests are of no use here.
                }
            }
        }
        return checked(Optional.ofNullable(certificate), Optional.ofNullable(key));
    }

    private static ClientCertificate store(byte[] bytes, char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(bytes), password);
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, password);
            Certificate certificate = store.getCertificate(alias);
            if (key instanceof PrivateKey own && certificate instanceof X509Certificate known) {
                return checked(Optional.of(known), Optional.of(own));
            }
        }
        return checked(Optional.empty(), Optional.empty());
    }

    private static ClientCertificate checked(Optional<X509Certificate> certificate, Optional<PrivateKey> key) {
        X509Certificate known = certificate.orElseThrow(() -> bad("holds no certificate beside its key"));
        PrivateKey own = key.orElseThrow(() -> bad("holds no private key. Put both into one file"));
        if (!(own instanceof RSAPrivateCrtKey rsa) || !(known.getPublicKey() instanceof RSAPublicKey half)) {
            throw bad("is none of RSA, and Entra takes no other");
        }
        if (!rsa.getModulus().equals(half.getModulus())) {
            throw bad("holds a certificate and a key that don't belong together");
        }
        if (rsa.getModulus().bitLength() < LEAST_BITS) {
            throw bad("holds a key of " + rsa.getModulus().bitLength() + " bits; the least is " + LEAST_BITS);
        }
        return new ClientCertificate(known, own);
    }

    private static RapportException bad(String what) {
        // No cause: what the JDK says about a key may quote it.
        return new RapportException(ConnectError.BAD_CREDENTIAL, "The certificate file " + what + ".");
    }
}
