package io.rapport.serve.rotation;

import io.rapport.core.error.RapportException;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.dataset.Pseudonyms;
import io.rapport.serve.insight.KeptDepartments;
import io.rapport.serve.rotation.StoredSecrets.Stored;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.secret.SecretError;
import io.rapport.serve.secret.SecretKey;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import java.time.InstantSource;

/**
 * Gives a home's secrets another key, while servers run: the new one is written beside the former one, everything is
 * encrypted anew in one transaction, and the former one is destroyed once nothing needs it. Killed anywhere, the same words
 * finish it. For one thread; one rotation at a time.
 */
public final class KeyRotation {

    private static final int MOST_PASSES = 20;

    private final ServeState state;
    private final SecretKey key;
    private final InstantSource instants;
    private final Runnable betweenSteps;

    public KeyRotation(ServeState state, SecretKey key, InstantSource instants) {
        this(state, key, instants, () -> {});
    }

    /** @param betweenSteps runs after each of the steps but the last */
    KeyRotation(ServeState state, SecretKey key, InstantSource instants, Runnable betweenSteps) {
        this.state = state;
        this.key = key;
        this.instants = instants;
        this.betweenSteps = betweenSteps;
    }

    /**
     * What came of it.
     *
     * @param secrets how many were encrypted anew
     * @param unreadable how many no key opens; they are left as they are
     */
    public record Rotated(int secrets, int unreadable) {}

    /**
     * Rotates the key.
     *
     * @param hasNewPseudonyms whether sample rows get another key for their pseudonyms, too
     * @param person who does it, as the access log shall name them
     */
    public Rotated rotate(boolean hasNewPseudonyms, String person) {
        new AccessLog(state, instants)
                .add(new AccessEvent(
                        "",
                        person,
                        "",
                        AccessAction.CHANGE,
                        "key of the secrets",
                        hasNewPseudonyms ? "with that of the pseudonyms" : "",
                        "command line",
                        true));
        SecretBox secrets = new SecretBox(key);
        Settings settings = new Settings(state, instants);
        // Derived from the key until now: kept, or nobody would be known by the same name afterwards.
        KeptDepartments.keepKey(settings, secrets);
        key.beginRotation();
        betweenSteps.run();
        int count = 0;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            Pass done = state.change(db -> encryptAnew(db, secrets));
            count += done.secrets();
            betweenSteps.run();
            if (done.secrets() == 0) {
                if (hasNewPseudonyms) {
                    Pseudonyms.renew(settings, secrets);
                }
                key.endRotation();
                return new Rotated(count, done.unreadable());
            }
        }
        throw new RapportException(
                SecretError.SECRET_KEY,
                "Secrets were stored with the former key again and again. A server that does not know the new one is"
                        + " running: start it again, and run rotate-key again.");
    }

    private record Pass(int secrets, int unreadable) {}

    private static Pass encryptAnew(org.springframework.jdbc.core.simple.JdbcClient db, SecretBox secrets) {
        int anew = 0;
        int unreadable = 0;
        for (Stored stored : StoredSecrets.list(db)) {
            if (secrets.isCurrent(stored.place(), stored.text())) {
                continue;
            }
            if (!secrets.isReadable(stored.place(), stored.text())) {
                unreadable++;
                continue;
            }
            byte[] secret = secrets.decrypt(stored.place(), stored.text());
            if (StoredSecrets.replace(db, stored, secrets.encrypt(stored.place(), secret))) {
                anew++;
            }
        }
        int unused = StoredSecrets.forgetOfSessions(db);
        return new Pass(anew, unreadable);
    }
}
