package io.rapport.simulator.entra;

import io.rapport.simulator.company.Person;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Parameters;
import io.rapport.simulator.http.Request;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code /oauth2/v2.0/authorize}: shows the people to pick from; a form posted to the same address with
 * {@code person=} an object id or a sign-in name signs that person in, with {@code cancel=1} nobody.
 */
final class AuthorizeEndpoint {

    private final EntraServices services;

    AuthorizeEndpoint(EntraServices services) {
        this.services = services;
    }

    Answer answer(Request request) {
        Parameters query = request.query();
        try {
            AppRegistration app = RedirectTarget.app(services, query);
            String redirectUri = RedirectTarget.checked(app, query);
            try {
                checkRest(query);
                return request.method().equals("POST")
                        ? signedIn(request.form(), query, app, redirectUri)
                        : page(request, query, app, redirectUri);
            } catch (EntraRefusal refusal) {
                return back(query, redirectUri, error(refusal, query));
            }
        } catch (EntraRefusal refusal) {
            return Page.error(refusal);
        }
    }

    private static void checkRest(Parameters query) {
        String type = query.text("response_type");
        if (type.isEmpty()) {
            throw new EntraRefusal(EntraError.MISSING, "response_type");
        }
        if (!type.equals("code")) {
            throw new EntraRefusal(EntraError.RESPONSE_TYPE, type);
        }
        if (query.text("scope").isBlank()) {
            throw new EntraRefusal(EntraError.MISSING, "scope");
        }
        if (!query.text("code_challenge").isEmpty()
                && !query.text("code_challenge_method").equals("S256")) {
            throw new EntraRefusal(EntraError.PKCE_METHOD);
        }
        if (query.text("prompt").equals("none")) {
            throw new EntraRefusal(EntraError.LOGIN_REQUIRED);
        }
    }

    private Answer page(Request request, Parameters query, AppRegistration app, String redirectUri) {
        String wanted = query.find("person").orElse(query.text("login_hint"));
        String here = Page.escaped(request.path() + "?" + request.rawQuery());
        String search = query.names().stream()
                .filter(name -> !name.equals("person"))
                .map(name -> Page.hidden(name, query.text(name)))
                .collect(Collectors.joining());
        return Page.of(
                200,
                "Pick an account",
                Page.origin(redirectUri),
                "<p>to go on to <strong>" + Page.escaped(app.displayName()) + "</strong></p>"
                        + "<form method=\"get\" action=\"" + Page.escaped(request.path()) + "\">" + search
                        + "<label for=\"person\">Find somebody</label><input id=\"person\" name=\"person\" value=\""
                        + Page.escaped(wanted) + "\"></form>"
                        + "<form method=\"post\" action=\"" + here + "\">" + PeoplePicker.html(services, app, wanted)
                        + "<button name=\"cancel\" value=\"1\">Cancel</button></form>");
    }

    private Answer signedIn(Parameters form, Parameters query, AppRegistration app, String redirectUri) {
        if (!form.text("cancel").isEmpty()) {
            throw new EntraRefusal(EntraError.CANCELLED);
        }
        Person person = services.tenant()
                .findPerson(form.text("person"))
                .orElseThrow(() -> new EntraRefusal(EntraError.UNKNOWN_PERSON));
        String code = services.codes()
                .issue(new AuthorizationCodes.Grant(
                        app.clientId(),
                        redirectUri,
                        person.id(),
                        query.text("scope"),
                        query.text("nonce"),
                        query.text("code_challenge"),
                        Instant.MIN));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", code);
        query.find("state").ifPresent(state -> parameters.put("state", state));
        parameters.put("session_state", services.ids().guid("session", person.id()));
        return back(query, redirectUri, parameters);
    }

    private static Map<String, String> error(EntraRefusal refusal, Parameters query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", refusal.error().error());
        parameters.put("error_description", refusal.description());
        query.find("state").ifPresent(state -> parameters.put("state", state));
        return parameters;
    }

    private static Answer back(Parameters query, String redirectUri, Map<String, String> parameters) {
        if (query.text("response_mode").equals("form_post")) {
            return Page.posted(
                    redirectUri,
                    parameters.entrySet().stream()
                            .map(field -> Page.hidden(field.getKey(), field.getValue()))
                            .collect(Collectors.joining()));
        }
        return RedirectTarget.redirect(redirectUri, parameters);
    }
}
