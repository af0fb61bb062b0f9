package io.rapport.serve.api.gate;

import io.rapport.core.error.RapportException;
import io.rapport.serve.api.key.ApiKeyError;
import io.rapport.serve.setting.Settings;

/** What an administrator chose for the API. Thread-safe. */
public final class ApiSettings {

    public static final int MOST_REQUESTS = 100_000;
    private static final int USUAL_REQUESTS = 600;
    private static final String REQUESTS = "api-requests-a-minute";

    private final Settings settings;

    public ApiSettings(Settings settings) {
        this.settings = settings;
    }

    /** How many requests a key or person may send in a minute. */
    public int requestsPerMinute() {
        return settings.find(REQUESTS).map(Integer::parseInt).orElse(USUAL_REQUESTS);
    }

    /** @throws RapportException {@link ApiKeyError#API_KEY_INVALID} */
    public void setRequestsPerMinute(String typed) {
        String text = typed.strip();
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_REQUESTS) {
            throw new RapportException(
                    ApiKeyError.API_KEY_INVALID,
                    "Requests a minute are a whole number from 1 to " + MOST_REQUESTS + ".");
        }
        settings.set(REQUESTS, text);
    }
}
