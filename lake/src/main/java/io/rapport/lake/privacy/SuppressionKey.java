package io.rapport.lake.privacy;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the suppression list: 32 random bytes in a file of the home that is its owner's alone. Whoever has the list
 * without it can't try out who is on it. Not thread-safe.
 */
public final class SuppressionKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final Mac mac;

    private SuppressionKey(byte[] bytes) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    /**
     * The key of the file.
     *
     * @throws RapportException {@link LakeError#SUPPRESSION_KEY} where there is none: then nothing may land
     */
    public static SuppressionKey open(Path file) {
        return find(file)
                .orElseThrow(
                        () -> bad("The key file " + file + " is missing. Without it nobody knows who was erased, so"
                                + " nothing can land. Put it back from a backup."));
    }

    /** The key of the file, which is made where it is missing. */
    public static SuppressionKey make(Path file) {
        Optional<SuppressionKey> known = find(file);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            create(file);
        } catch (IOException e) {
            throw bad("The key file " + file + " can't be written. Check its owner and the free space.");
        }
        return open(file);
    }

    /** The key of a text in Base64, as the file has it. */
    static SuppressionKey of(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("the first line is no key");
        }
        return new SuppressionKey(bytes);
    }

    /**
     * The text of the file, after it was found to hold a key.
     *
     * @throws RapportException {@link LakeError#SUPPRESSION_KEY} where there is none
     */
    public static String text(Path file) {
        open(file);
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw bad("The key file " + file + " can't be read. Check its owner, or put it back from a backup.");
        }
    }

    private static Optional<SuppressionKey> find(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (bytes.length == BYTES) {
                return Optional.of(new SuppressionKey(bytes));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw bad("The key file " + file + " can't be read. Check its owner, or put it back from a backup.");
        }
        throw bad("The key file " + file + " holds no key. Put it back from a backup.");
    }

    /** Two processes may be first at once: then one of them finds the other's. */
    private static void create(Path file) throws IOException {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        KeyFolder.of(file).create(file, Base64.getEncoder().encodeToString(fresh) + "\n");
    }

    private static RapportException bad(String text) {
        return new RapportException(LakeError.SUPPRESSION_KEY, text);
    }

    /** @return 64 hexadecimal digits */
    public String hashOfAddress(String normalForm) {
        return hash("address", normalForm);
    }

    /** @param id whatever its case */
    public String hashOfId(String id) {
        return hash("id", id.strip().toLowerCase(Locale.ROOT));
    }

    private String hash(String kind, String text) {
        mac.update(kind.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "a key";
    }
}
