package io.rapport.serve.connection;

import io.rapport.connect.graph.CertificateFile;
import io.rapport.connect.graph.ClientSecret;
import io.rapport.connect.graph.Credential;
import io.rapport.connect.graph.FederatedTokenFile;
import io.rapport.core.error.RapportException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A credential as it was handed in, which is how it rests, encrypted. Its text says its kind and nothing else. */
public final class StoredCredential {

    /** How an app proves itself. */
    public enum Kind {
        CERTIFICATE,
        SECRET,
        FEDERATED_TOKEN_FILE
    }

    private final Kind kind;
    private final byte[] content;

    private StoredCredential(Kind kind, byte[] content) {
        this.kind = kind;
        this.content = content;
    }

    /** @param password of a PKCS #12 file; empty where it has none */
    public static StoredCredential certificate(Path file, String password) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(content)) {
            out.writeUTF(password);
            out.write(read(file, "certificate"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return checked(new StoredCredential(Kind.CERTIFICATE, content.toByteArray()));
    }

    public static StoredCredential secret(Path file) {
        return checked(new StoredCredential(Kind.SECRET, read(file, "secret")));
    }

    /** A secret that was typed. */
    public static StoredCredential secret(String text) {
        return checked(new StoredCredential(Kind.SECRET, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Certificate and private key as PEM that was typed. */
    public static StoredCredential certificate(String pem) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(content)) {
            out.writeUTF("");
            out.write(pem.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return checked(new StoredCredential(Kind.CERTIFICATE, content.toByteArray()));
    }

    public static StoredCredential federated(Path file) {
        return new StoredCredential(
                Kind.FEDERATED_TOKEN_FILE,
                file.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
    }

    static StoredCredential stored(String kind, byte[] content) {
        return new StoredCredential(Kind.valueOf(kind), content);
    }

    public Kind kind() {
        return kind;
    }

    byte[] content() {
        return content.clone();
    }

    /** @throws RapportException {@link io.rapport.connect.ConnectError#BAD_CREDENTIAL} */
    public Credential credential() {
        return switch (kind) {
            case CERTIFICATE -> certificate();
            case SECRET -> new ClientSecret(new String(content, StandardCharsets.UTF_8));
            case FEDERATED_TOKEN_FILE -> new FederatedTokenFile(Path.of(new String(content, StandardCharsets.UTF_8)));
        };
    }

    private Credential certificate() {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            char[] password = in.readUTF().toCharArray();
            return CertificateFile.read(in.readAllBytes(), password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoredCredential checked(StoredCredential stored) {
        Credential unused = stored.credential();
        return stored;
    }

    private static byte[] read(Path file, String what) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new RapportException(
                    ConnectionError.CREDENTIAL_FILE,
                    "The " + what + " file " + file + " can't be read. Check the path and its permissions.",
                    e);
        }
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}
