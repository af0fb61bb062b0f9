package io.rapport.simulator.entra;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Codes on their way from a browser to a token request: good once, for ten minutes. Thread-safe. */
final class AuthorizationCodes {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int KEPT = 10_000;

    /**
     * What somebody signed in to.
     *
     * @param challenge of PKCE; empty where there was none
     * @param nonce empty where there was none
     */
    record Grant(
            String clientId,
            String redirectUri,
            String person,
            String scope,
            String nonce,
            String challenge,
            Instant until) {

        /** The same, from now on for ten minutes. */
        Grant from(Instant now) {
            return new Grant(clientId, redirectUri, person, scope, nonce, challenge, now.plus(LIFE));
        }
    }

    private static final class Issued {
        private final Grant grant;
        private boolean isRedeemed;

        Issued(Grant grant) {
            this.grant = grant;
        }
    }

    private final InstantSource machine;
    private final Ids ids;
    private final Map<String, Issued> issued = new LinkedHashMap<>();
    private long count;

    AuthorizationCodes(InstantSource machine, Ids ids) {
        this.machine = machine;
        this.ids = ids;
    }

    synchronized String issue(Grant grant) {
        if (issued.size() >= KEPT) {
            issued.remove(issued.keySet().iterator().next());
        }
        count++;
        String code = "1." + ids.guid("code", "" + count).replace("-", "") + ids.guid("code", "more", "" + count);
        issued.put(code, new Issued(grant.from(machine.instant())));
        return code;
    }

    /** @throws EntraRefusal where it is unknown, used, or too old */
    synchronized Grant redeem(String code) {
        Issued found = issued.get(code);
        if (found == null) {
            throw new EntraRefusal(EntraError.CODE_MALFORMED);
        }
        if (found.isRedeemed) {
            throw new EntraRefusal(EntraError.CODE_REDEEMED);
        }
        if (!machine.instant().isBefore(found.grant.until())) {
            throw new EntraRefusal(EntraError.CODE_EXPIRED);
        }
        found.isRedeemed = true;
        return found.grant;
    }
}
