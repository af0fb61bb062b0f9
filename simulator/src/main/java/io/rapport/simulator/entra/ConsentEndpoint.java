package io.rapport.simulator.entra;

import io.rapport.simulator.company.Person;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Parameters;
import io.rapport.simulator.http.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Admin consent, of v1 ({@code /adminconsent}) and v2 ({@code /v2.0/adminconsent}): shows what the app asks for and the
 * people to pick from; a form posted to the same address with {@code person=} an administrator accepts, with
 * {@code cancel=1} refuses.
 */
final class ConsentEndpoint {

    private final EntraServices services;

    ConsentEndpoint(EntraServices services) {
        this.services = services;
    }

    Answer answer(Request request, boolean isV2) {
        Parameters query = request.query();
        try {
            AppRegistration app = RedirectTarget.app(services, query);
            String redirectUri = RedirectTarget.checked(app, query);
            if (isV2) {
                checkScope(query.text("scope"));
            }
            return request.method().equals("POST")
                    ? decided(request.form(), query, app, redirectUri, isV2)
                    : page(request, app, redirectUri);
        } catch (EntraRefusal refusal) {
            return Page.error(refusal);
        }
    }

    private void checkScope(String scope) {
        if (scope.isBlank()) {
            throw new EntraRefusal(EntraError.MISSING, "scope");
        }
        if (!scope.endsWith("/.default")
                || !services.isGraph(scope.substring(0, scope.length() - "/.default".length()))) {
            throw new EntraRefusal(EntraError.SCOPE, scope);
        }
    }

    private Answer page(Request request, AppRegistration app, String redirectUri) {
        String permissions = app.permissionsInOrder().stream()
                .map(permission -> "<li>" + Page.escaped(permission.title()) + "<small>"
                        + Page.escaped(permission.value()) + "</small></li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
        return Page.of(
                200,
                "Permissions requested",
                Page.origin(redirectUri),
                "<p><strong>" + Page.escaped(app.displayName())
                        + "</strong> would like to, for everybody in the organisation:</p>" + permissions
                        + "<form method=\"post\" action=\"" + Page.escaped(request.path() + "?" + request.rawQuery())
                        + "\"><p>Accept as</p>" + PeoplePicker.html(services, app, "")
                        + "<button name=\"cancel\" value=\"1\">Cancel</button></form>");
    }

    private Answer decided(Parameters form, Parameters query, AppRegistration app, String redirectUri, boolean isV2) {
        if (!form.text("cancel").isEmpty()) {
            return RedirectTarget.redirect(redirectUri, cancelled(query, isV2));
        }
        Person person = services.tenant()
                .findPerson(form.text("person"))
                .orElseThrow(() -> new EntraRefusal(EntraError.UNKNOWN_PERSON));
        if (!services.tenant().isAdministrator(person)) {
            return needsAnAdministrator(query, app, redirectUri);
        }
        services.apps().grantConsent(app.clientId());
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("admin_consent", "True");
        parameters.put("tenant", services.tenant().id());
        query.find("state").ifPresent(state -> parameters.put("state", state));
        if (isV2) {
            parameters.put(
                    "scope",
                    app.permissionsInOrder().stream()
                            .map(permission -> AccessTokens.GRAPH + "/" + permission.value())
                            .collect(Collectors.joining(" ")));
        }
        return RedirectTarget.redirect(redirectUri, parameters);
    }

    /** The v2 answer says {@code admin_consent=True} as well; that is how it is. */
    private static Map<String, String> cancelled(Parameters query, boolean isV2) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (isV2) {
            parameters.put("admin_consent", "True");
            parameters.put("error", EntraError.CONSENT_DENIED.error());
            parameters.put("error_description", EntraError.CONSENT_DENIED.description(""));
        } else {
            parameters.put("error", "permission_denied");
            parameters.put("error_description", "The admin canceled the request");
        }
        query.find("state").ifPresent(state -> parameters.put("state", state));
        return parameters;
    }

    private static Answer needsAnAdministrator(Parameters query, AppRegistration app, String redirectUri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", EntraError.NOT_AN_ADMIN.error());
        parameters.put("error_description", EntraError.NOT_AN_ADMIN.description(""));
        query.find("state").ifPresent(state -> parameters.put("state", state));
        String back = RedirectTarget.redirect(redirectUri, parameters).headers().getOrDefault("Location", redirectUri);
        return Page.of(
                403,
                "Need admin approval",
                "",
                "<p><strong>" + Page.escaped(app.displayName())
                        + "</strong> needs permission to access resources in your organisation that only an admin can grant.</p>"
                        + "<p><a href=\"" + Page.escaped(back)
                        + "\">Return to the application without granting consent</a></p>");
    }
}
