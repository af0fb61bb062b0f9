package io.rapport.connect.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A certificate of a moment ago, made by the JDK's own tool, for no secret belongs into a repository. */
final class TestCertificate {

    static final char[] PASSWORD = "Nightjar-password".toCharArray();

    final byte[] pkcs12;
    final byte[] pem;
    final @Nullable RSAPublicKey key;

    private TestCertificate(byte[] pkcs12, byte[] pem, @Nullable RSAPublicKey key) {
        this.pkcs12 = pkcs12;
        this.pem = pem;
        this.key = key;
    }

    static TestCertificate make(Path folder, String algorithm, int size)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("certificate-" + algorithm + size + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "rapport",
                        "-keyalg",
                        algorithm,
                        "-keysize",
                        Integer.toString(size),
                        "-dname",
                        "CN=rapport",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
        byte[] pkcs12 = Files.readAllBytes(file);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(pkcs12), PASSWORD);
        String pem = block("PRIVATE KEY", store.getKey("rapport", PASSWORD).getEncoded())
                + block("CERTIFICATE", store.getCertificate("rapport").getEncoded());
        return new TestCertificate(
                pkcs12,
                pem.getBytes(StandardCharsets.US_ASCII),
                store.getCertificate("rapport").getPublicKey() instanceof RSAPublicKey rsa ? rsa : null);
    }

    private static String block(String name, byte[] bytes) {
        return "-----BEGIN " + name + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + name
                + "-----\n";
    }
}
