package io.rapport.serve.backup;

import io.rapport.lake.manifest.Durable;
import io.rapport.serve.home.Home;
import io.rapport.serve.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The files of a home's folder {@code keys} as one text that opens with a password alone: AES-256-GCM under a key that
 * PBKDF2 (HMAC-SHA-256, 600,000 rounds) makes of the password and 16 random bytes.
 */
final class SealedKeys {

    private static final String VERSION = "k1.";
    private static final int ROUNDS = 600_000;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int KEY_BITS = 256;
    private static final int TAG_BITS = 128;

    private SealedKeys() {}

    static String seal(Home home, Password password) throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        Path folder = folder(home);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path file : tree.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                        .filter(path -> !path.getFileName().toString().matches(".*[.](tmp|lock)"))
                        .sorted()
                        .toList()) {
                    content.put(
                            folder.relativize(file).toString().replace('\\', '/'),
                            Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        byte[] random = new byte[SALT + NONCE];
        new SecureRandom().nextBytes(random);
        byte[] sealed = cipher(
                        Cipher.ENCRYPT_MODE,
                        password,
                        random,
                        JsonText.of(content).getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        byte[] all = Arrays.copyOf(random, random.length + sealed.length);
        System.arraycopy(sealed, 0, all, random.length, sealed.length);
        return VERSION + Base64.getEncoder().encodeToString(all);
    }

    /** Files by their path in {@code keys}; empty where the password does not open them. */
    static Optional<Map<String, byte[]>> open(String sealed, Password password) {
        try {
            byte[] all = Base64.getDecoder()
                    .decode(
                            sealed.startsWith(VERSION)
                                    ? sealed.substring(VERSION.length()).strip()
                                    : "");
            if (all.length <= SALT + NONCE) {
                return Optional.empty();
            }
            Optional<byte[]> opened = cipher(
                    Cipher.DECRYPT_MODE,
                    password,
                    Arrays.copyOf(all, SALT + NONCE),
                    Arrays.copyOfRange(all, SALT + NONCE, all.length));
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            Map<String, byte[]> files = new LinkedHashMap<>();
            Object content = JsonText.read(new String(opened.get(), StandardCharsets.UTF_8));
            for (Map.Entry<?, ?> file : (content instanceof Map<?, ?> map ? map : Map.of()).entrySet()) {
                files.put(String.valueOf(file.getKey()), Base64.getDecoder().decode(String.valueOf(file.getValue())));
            }
            return Optional.of(files);
        } catch (IllegalArgumentException noText) {
            return Optional.empty();
        }
    }

    /** Writes them to a home, each its owner's alone. */
    static void write(Map<String, byte[]> files, Home home) throws IOException {
        for (Map.Entry<String, byte[]> one : files.entrySet()) {
            Path file = folder(home).resolve(one.getKey()).normalize();
            if (!file.startsWith(folder(home))) {
                throw new IOException("a key outside of its folder");
            }
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[0]);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(file, one.getValue());
            Durable.digestAndSync(file);
        }
    }

    static Path folder(Home home) {
        return home.folder().resolve("keys");
    }

    /** @param random salt and nonce */
    private static Optional<byte[]> cipher(int mode, Password password, byte[] random, byte[] content) {
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(
                            new PBEKeySpec(password.characters(), Arrays.copyOf(random, SALT), ROUNDS, KEY_BITS))
                    .getEncoded();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BITS, Arrays.copyOfRange(random, SALT, SALT + NONCE)));
            return Optional.of(cipher.doFinal(content));
        } catch (GeneralSecurityException wrong) {
            if (mode == Cipher.ENCRYPT_MODE) {
                throw new IllegalStateException("every JDK has AES-GCM and PBKDF2", wrong);
            }
            return Optional.empty();
        }
    }
}
