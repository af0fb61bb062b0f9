package io.rapport.serve.digest;

import io.rapport.serve.json.JsonText;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.setting.Settings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The webhook, in the state database; all of it encrypted. Thread-safe. */
public final class Webhooks {

    private static final String PLACE = "digest-webhook";
    private static final int SECRET_BYTES = 32;

    private final Settings settings;
    private final SecretBox secrets;

    public Webhooks(Settings settings, SecretBox secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** Empty until somebody configured one. */
    public Optional<Webhook> find() {
        return settings.find(PLACE).map(stored -> {
            List<String> kept = JsonText.strings(new String(secrets.decrypt(PLACE, stored), StandardCharsets.UTF_8));
            return new Webhook(URI.create(kept.get(0)), kept.get(1));
        });
    }

    public boolean isConfigured() {
        return settings.find(PLACE).isPresent();
    }

    /**
     * Posts go there from now on, signed with a new secret.
     *
     * @throws io.rapport.core.error.RapportException {@link DigestError#DIGEST_SETTING}
     */
    public Webhook set(String typed) {
        byte[] fresh = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(fresh);
        Webhook webhook = new Webhook(
                Webhook.url(typed), Base64.getUrlEncoder().withoutPadding().encodeToString(fresh));
        String kept = JsonText.of(List.of(webhook.url().toString(), webhook.secret()));
        settings.set(PLACE, secrets.encrypt(PLACE, kept.getBytes(StandardCharsets.UTF_8)));
        return webhook;
    }

    /** Nothing is posted any more. */
    public void clear() {
        settings.clear(PLACE);
    }
}
