package io.rapport.serve.api.gate;

import io.rapport.core.error.RapportException;
import io.rapport.serve.api.key.ApiKey;
import io.rapport.serve.api.key.ApiKeys;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.TokenPeople;
import java.time.InstantSource;

/** Finds out who sends a bearer token. */
final class Callers {

    private final ApiKeys keys;
    private final TokenPeople tokens;
    private final InstantSource instants;

    Callers(ApiKeys keys, TokenPeople tokens, InstantSource instants) {
        this.keys = keys;
        this.tokens = tokens;
        this.instants = instants;
    }

    /** @throws RapportException an {@link ApiError} of status 401; or where the sign-in provider does not answer */
    Caller require(String token) {
        if (ApiKeys.isMeant(token)) {
            return new Caller(person(keys.find(token).orElseThrow(Callers::unknown)), false);
        }
        return tokens.find(token)
                .map(known -> new Caller(known.person(), known.hasSignedIn()))
                .orElseThrow(() -> new RapportException(
                        ApiError.TOKEN_INVALID,
                        "The token is no key of this server, and no access token of its sign-in provider that is good"
                                + " here and now: its audience, tenant, days and roles count. Fetch a new one."));
    }

    private Person person(ApiKey key) {
        switch (key.standing(instants.instant())) {
            case REVOKED ->
                throw new RapportException(
                        ApiError.KEY_REVOKED,
                        "The key " + key.id() + " was revoked. Ask an administrator for another.");
            case EXPIRED ->
                throw new RapportException(
                        ApiError.KEY_EXPIRED,
                        "The key " + key.id() + " is good no longer, since " + key.expiresAt()
                                + ". Ask an administrator for another.");
            case GOOD -> keys.used(key);
        }
        return new Person(
                "api-key " + key.id(), "API key " + key.name() + " (" + key.id() + ")", key.role(), key.madeById());
    }

    private static RapportException unknown() {
        return new RapportException(
                ApiError.CREDENTIAL_UNKNOWN,
                "Nobody made that key here. Look whether all of it was copied, and for which server it is.");
    }
}
