package io.rapport.serve.cli;

import io.rapport.serve.rotation.KeyRotation;
import io.rapport.serve.rotation.KeyRotation.Rotated;
import io.rapport.serve.rotation.RotationTurn;
import io.rapport.serve.secret.SecretKey;
import io.rapport.serve.state.ServeState;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives the home's secrets another key. */
@Command(
        name = "rotate-key",
        header = "Encrypt every stored secret with a new key, and destroy the former one.",
        sortOptions = false,
        description = {
            "Credentials of tenants, the sign-in's secret, mail server, webhook, addresses of digests: each is encrypted",
            "anew. Servers may run meanwhile and take the new key by themselves. Where it is broken off, run it again.",
            "Backups of before need the former key: take a new one, or keep the former key with them.",
            "A key in RAPPORT_KEY is rotated by you: set the new one there and the former one in RAPPORT_FORMER_KEY,",
            "start the servers again, run this with both, and then take the former one away."
        },
        footer = {"", "Examples:", "  rapport rotate-key", "  rapport rotate-key --pseudonyms"})
final class RotateKeyCommand implements Task {

    private static final String PERSON = "the person at the keyboard";

    @Option(
            names = "--pseudonyms",
            description = "Also give sample rows another key for their pseudonyms: every value gets another one.")
    private boolean hasNewPseudonyms;

    @Override
    public void run(Session session) {
        session.requireHomeInUse();
        session.openLake().close();
        SecretKey key = session.openKey();
        Rotated rotated;
        RotationTurn turn = RotationTurn.take(session.home());
        try (ServeState state = session.openState()) {
            rotated = new KeyRotation(state, key, session.instants()).rotate(hasNewPseudonyms, PERSON);
        } finally {
            turn.close();
        }
        Console console = session.console();
        if (console.isJson()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("secrets", rotated.secrets());
            fields.put("unreadable", rotated.unreadable());
            fields.put("isFormerKeyDestroyed", !key.isOfEnvironment());
            console.json(fields);
            return;
        }
        console.line("The key is rotated: " + Words.many(rotated.secrets(), "secret") + " encrypted anew."
                + (key.isOfEnvironment() ? "" : " The former key is destroyed."));
        if (key.isOfEnvironment()) {
            console.note("Take " + SecretKey.FORMER_VARIABLE + " away now, and start the servers again.");
        }
        if (rotated.unreadable() > 0) {
            console.note(
                    Words.many(rotated.unreadable(), "secret")
                            + " could not be decrypted before either, and stays as it is: rapport doctor says of which connection.");
        }
    }
}
