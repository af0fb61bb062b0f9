package io.rapport.serve.api.key;

/**
 * A key that was just made, with what it is proved by: shown once, and never again.
 *
 * @param text what a program sends as its bearer token
 */
public record NewApiKey(ApiKey key, String text) {

    @Override
    public String toString() {
        return "new API key " + key.id();
    }
}
