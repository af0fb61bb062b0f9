package io.rapport.serve.web.system;

import io.rapport.core.error.RapportException;
import io.rapport.serve.security.Role;
import io.rapport.serve.security.SignInProvider;
import io.rapport.serve.security.SignInProviders;
import io.rapport.serve.security.SignInRegistrations;
import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an administrator chooses for the installation. */
@RestController
public class SettingsPages {

    private final Pages pages;
    private final SignInProviders providers;
    private final SettingsParts parts;
    private final ApiKeyParts keys;

    public SettingsPages(Pages pages, SignInProviders providers, SettingsParts parts, ApiKeyParts keys) {
        this.pages = pages;
        this.providers = providers;
        this.parts = parts;
        this.keys = keys;
    }

    @GetMapping("/system/settings")
    ResponseEntity<String> show(HttpServletRequest request) {
        return page(request, 200, provider(), "");
    }

    private Map<String, String> provider() {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "claim", "roles", "administrator", "Administrator", "contributor", "Contributor", "viewer", "Viewer"));
        providers.find().ifPresent(provider -> {
            fields.put("issuer", provider.issuer());
            fields.put("client", provider.clientId());
            fields.put("claim", provider.roleClaim());
            for (Role role : Role.values()) {
                fields.put(field(role), provider.words().getOrDefault(role, ""));
            }
        });
        return fields;
    }

    /** Nothing is stored that was not tried: a provider that does not answer would lock everybody out. */
    @PostMapping("/system/settings/sign-in")
    ResponseEntity<String> signIn(HttpServletRequest request, @RequestParam Map<String, String> sent) {
        try {
            Map<Role, String> words = new LinkedHashMap<>();
            for (Role role : Role.values()) {
                words.put(role, sent.getOrDefault(field(role), "").strip());
            }
            Optional<SignInProvider> known = providers.find();
            String secret = sent.getOrDefault("secret", "").strip();
            SignInProvider provider = new SignInProvider(
                    sent.getOrDefault("issuer", "").strip().replaceFirst("/+$", ""),
                    sent.getOrDefault("client", "").strip(),
                    secret.isEmpty() ? known.map(SignInProvider::clientSecret).orElse("") : secret,
                    sent.getOrDefault("claim", "").strip(),
                    words);
            SignInRegistrations.fetch(provider);
            providers.set(provider);
        } catch (RapportException wrong) {
            return page(request, 400, sent, wrong.text());
        }
        Pages.say(
                request, "People sign in at the provider from now on. Try it in another browser before you sign out.");
        return back();
    }

    /** An empty host takes the mail server away. */
    @PostMapping("/system/settings/mail")
    ResponseEntity<String> mail(HttpServletRequest request, @RequestParam Map<String, String> sent) {
        try {
            Pages.say(request, parts.setMail(sent));
        } catch (RapportException wrong) {
            return page(
                    request,
                    400,
                    provider(),
                    "",
                    parts.mail(sent, wrong.text()),
                    parts.enrichments(),
                    parts.insights(),
                    parts.retention(),
                    keys.part());
        }
        return back();
    }

    @PostMapping("/system/settings/enrichments")
    ResponseEntity<String> enrichments(HttpServletRequest request, @RequestParam Map<String, String> sent) {
        try {
            parts.setEnrichments(sent);
        } catch (RapportException wrong) {
            return page(
                    request,
                    400,
                    provider(),
                    "",
                    parts.mail(),
                    parts.enrichments(sent, wrong.text()),
                    parts.insights(),
                    parts.retention(),
                    keys.part());
        }
        Pages.say(request, "New enrichments begin with these settings from now on.");
        return back();
    }

    @PostMapping("/system/settings/insights")
    ResponseEntity<String> insights(HttpServletRequest request, @RequestParam Map<String, String> sent) {
        try {
            parts.setInsights(sent);
        } catch (RapportException wrong) {
            return page(
                    request,
                    400,
                    provider(),
                    "",
                    parts.mail(),
                    parts.enrichments(),
                    new SettingsView.InsightPart(sent.getOrDefault("minimum", ""), wrong.text()),
                    parts.retention(),
                    keys.part());
        }
        Pages.say(request, "Insights are counted anew with this minimum; until then they are not shown.");
        return back();
    }

    @PostMapping("/system/settings/retention")
    ResponseEntity<String> retention(HttpServletRequest request, @RequestParam Map<String, String> sent) {
        try {
            parts.setRetention(sent);
        } catch (RapportException wrong) {
            return page(
                    request,
                    400,
                    provider(),
                    "",
                    parts.mail(),
                    parts.enrichments(),
                    parts.insights(),
                    parts.retention(sent, wrong.text()),
                    keys.part());
        }
        Pages.say(request, "The next upkeep, at night, keeps to this.");
        return back();
    }

    @PostMapping("/system/settings/api")
    ResponseEntity<String> api(HttpServletRequest request, @RequestParam Map<String, String> sent) {
        try {
            keys.setRequests(sent);
        } catch (RapportException wrong) {
            return page(request, 400, keys.part(sent, wrong.text()));
        }
        Pages.say(request, "The limit counts from now on.");
        return back();
    }

    /** The key stands on this page alone: neither a session nor the database ever has it. */
    @PostMapping("/system/settings/api-keys")
    ResponseEntity<String> makeKey(HttpServletRequest request, @RequestParam Map<String, String> sent) {
        try {
            return page(request, 200, keys.make(sent, request.getRemoteAddr()));
        } catch (RapportException wrong) {
            return page(request, 400, keys.part(sent, wrong.text()));
        }
    }

    @PostMapping("/system/settings/api-keys/{id}/revoke")
    ResponseEntity<String> revokeKey(HttpServletRequest request, @PathVariable("id") String id) {
        Pages.say(request, keys.revoke(id) + " opens nothing any more.");
        return back();
    }

    private ResponseEntity<String> page(HttpServletRequest request, int status, SettingsView.ApiPart api) {
        return page(
                request,
                status,
                provider(),
                "",
                parts.mail(),
                parts.enrichments(),
                parts.insights(),
                parts.retention(),
                api);
    }

    private static ResponseEntity<String> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/system/settings"))
                .build();
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, int status, Map<String, String> fields, String problem) {
        return page(
                request,
                status,
                fields,
                problem,
                parts.mail(),
                parts.enrichments(),
                parts.insights(),
                parts.retention(),
                keys.part());
    }

    private ResponseEntity<String> page(
            HttpServletRequest request,
            int status,
            Map<String, String> fields,
            String problem,
            SettingsView.MailPart mail,
            SettingsView.EnrichmentPart enrichments,
            SettingsView.InsightPart insights,
            SettingsView.RetentionPart retention,
            SettingsView.ApiPart api) {
        Map<String, String> shown = new LinkedHashMap<>(fields);
        shown.remove("secret");
        String base = request.getRequestURL().toString().replaceFirst("(://[^/]+)/.*", "$1");
        return pages.page(
                request,
                status,
                "Settings",
                "settings",
                "system/settings.jte",
                new SettingsView(
                        providers.isConfigured(),
                        base + "/login/oauth2/code/entra",
                        shown,
                        problem,
                        mail,
                        enrichments,
                        insights,
                        retention,
                        api));
    }

    private static String field(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> "administrator";
            case CONTRIBUTOR -> "contributor";
            case VIEWER -> "viewer";
        };
    }
}
