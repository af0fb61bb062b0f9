package io.rapport.serve.dataset;

import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.setting.Settings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What stands for an address, an id or a name in sample rows: HMAC-SHA-256 under a random key that only this home has. The
 * same text has the same pseudonym in all of a home, and another one in every other home; without the key nobody can try
 * out which text it stands for. The key rests encrypted in the state database. Thread-safe.
 */
public final class Pseudonyms {

    private static final String PLACE = "pseudonym-key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    /** 12 digits: two of a million texts share them with a chance of 1 in 500. */
    private static final int BYTES = 6;

    private final Settings settings;
    private final SecretBox secrets;
    private volatile @Nullable SecretKeySpec key;
    private volatile String keptAs = "";

    public Pseudonyms(Settings settings, SecretBox secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /**
     * @param kind what the text is; one text has another pseudonym as another kind
     * @param text whatever its case
     * @return 12 hexadecimal digits
     * @throws io.rapport.core.error.RapportException {@link io.rapport.serve.secret.SecretError#SECRET_UNREADABLE}
     */
    public String of(String kind, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            byte[] all = mac.doFinal(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    /** Gives every text another pseudonym from now on. */
    public static void renew(Settings settings, SecretBox secrets) {
        settings.set(PLACE, secrets.encrypt(PLACE, fresh()));
    }

    /** Looks whether somebody renewed them; before each page of rows. */
    void look() {
        if (!settings.find(PLACE).orElse("").equals(keptAs)) {
            key = null;
        }
    }

    private static byte[] fresh() {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        return fresh;
    }

    /** Made by whoever asks first; of two processes that are first at once, one finds the other's. */
    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            String kept = settings.find(PLACE).orElseGet(() -> settings.keep(PLACE, secrets.encrypt(PLACE, fresh())));
            known = new SecretKeySpec(secrets.decrypt(PLACE, kept), ALGORITHM);
            keptAs = kept;
            key = known;
        }
        return known;
    }
}
