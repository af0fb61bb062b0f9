package io.rapport.connect.graph;

import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Why Entra gave no token, by its number; its own text may quote what it was sent and is not repeated. */
final class LoginRefusal {

    private static final Map<Long, String> REASONS = Map.of(
            700016L,
                    "the tenant has no app with this client id. Check client id and tenant, and that an administrator consented",
            7000215L, "the client secret is wrong. Use the secret's value, not its id",
            7000222L, "the client secret has expired. Make a new one, and connect again",
            700027L, "the certificate is not registered with the app, or has expired. Upload it, and connect again",
            7000112L, "the app is disabled in this tenant. An administrator can enable it",
            90002L, "there is no such tenant in this cloud. Check the tenant, and --cloud",
            500011L, "the tenant does not know Graph under this URL. Check --cloud",
            700213L,
                    "no federated credential of the app fits the token in the file. Compare issuer, subject and audience",
            700024L, "the assertion's time is off. Check this machine's clock");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");

    private LoginRefusal() {}

    static RapportException explain(Answer answer) {
        long number = 0;
        String correlation = "";
        try (InputStream in = answer.open();
                JsonParser parser = ListPage.JSON.createParser(ObjectReadContext.empty(), in)) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                if (name.equals("error_codes") && value == JsonToken.START_ARRAY) {
                    for (JsonToken code = parser.nextToken(); code != JsonToken.END_ARRAY; code = parser.nextToken()) {
                        number = number == 0 ? parser.getValueAsLong(0) : number;
                    }
                } else if (name.equals("correlation_id") && value == JsonToken.VALUE_STRING) {
                    correlation = ID.matcher(parser.getString()).matches() ? parser.getString() : "";
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException | IOException noJson) {
            // A page of a proxy; the status says what there is to say.
        }
        String reason = REASONS.getOrDefault(
                number,
                "status " + answer.status() + (number == 0 ? "" : ", AADSTS" + number)
                        + ". Check tenant, client id and credential: rapport doctor");
        return new RapportException(
                ConnectError.GRAPH_LOGIN_REFUSED,
                "Entra gave no token: " + reason + "." + (number == 0 ? "" : " (AADSTS" + number + ")")
                        + (correlation.isEmpty() ? "" : " For support: correlation id " + correlation + "."));
    }
}
