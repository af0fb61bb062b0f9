package io.rapport.simulator.entra;

import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Parameters;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a browser may be sent back to: only what the app registered, to the letter. */
final class RedirectTarget {

    private RedirectTarget() {}

    static AppRegistration app(EntraServices services, Parameters query) {
        String clientId = required(query, "client_id");
        return services.apps().find(clientId).orElseThrow(() -> new EntraRefusal(EntraError.UNKNOWN_APP, clientId));
    }

    static String checked(AppRegistration app, Parameters query) {
        String redirectUri = required(query, "redirect_uri");
        if (!app.redirectUris().contains(redirectUri)) {
            throw new EntraRefusal(EntraError.REDIRECT_MISMATCH, redirectUri);
        }
        return redirectUri;
    }

    static Answer redirect(String redirectUri, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + Parameters.encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return Answer.redirect(redirectUri + (redirectUri.contains("?") ? "&" : "?") + query);
    }

    private static String required(Parameters query, String name) {
        String value = query.text(name);
        if (value.isEmpty()) {
            throw new EntraRefusal(EntraError.MISSING, name);
        }
        return value;
    }
}
