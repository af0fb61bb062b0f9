package io.rapport.serve.web.system;

import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.gate.ApiSettings;
import io.rapport.serve.api.key.ApiKey;
import io.rapport.serve.api.key.ApiKeys;
import io.rapport.serve.api.key.NewApiKey;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Say;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.security.core.context.SecurityContextHolder;

/** The part of the settings that is about the keys of programs. */
public final class ApiKeyParts {

    private final ApiKeys keys;
    private final ApiSettings settings;
    private final AccessLog log;
    private final InstantSource instants;

    public ApiKeyParts(ApiKeys keys, ApiSettings settings, AccessLog log, InstantSource instants) {
        this.keys = keys;
        this.settings = settings;
        this.log = log;
        this.instants = instants;
    }

    SettingsView.ApiPart part() {
        return part(Map.of(), "");
    }

    SettingsView.ApiPart part(Map<String, String> fields, String problem) {
        return part("", fields, problem);
    }

    /**
     * Makes a key, which the part shows this once.
     *
     * @throws io.rapport.core.error.RapportException with everything that is wrong
     */
    SettingsView.ApiPart make(Map<String, String> sent, String address) {
        Person person = Person.find(SecurityContextHolder.getContext().getAuthentication())
                .orElseThrow(NotThere::new);
        NewApiKey made = keys.make(
                text(sent, "name"), text(sent, "role"), text(sent, "days"), person.displayName(), person.actsFor());
        log.add(new AccessEvent(
                person.id(),
                person.displayName(),
                person.role().word(),
                AccessAction.CHANGE,
                "API key: made",
                made.key().id() + " as " + made.key().role().word() + " until "
                        + made.key().expiresAt(),
                address,
                true));
        return part(made.text(), Map.of(), "");
    }

    /** Says which. */
    String revoke(String id) {
        return keys.revoke(id).map(ApiKey::name).orElseThrow(NotThere::new);
    }

    void setRequests(Map<String, String> sent) {
        settings.setRequestsPerMinute(text(sent, "requests"));
    }

    /** What a key may be. */
    public static Role[] roles() {
        return Role.values();
    }

    private SettingsView.ApiPart part(String made, Map<String, String> fields, String problem) {
        return new SettingsView.ApiPart(
                keys.list().stream().map(this::line).toList(), settings.requestsPerMinute(), made, fields, problem);
    }

    private SettingsView.KeyLine line(ApiKey key) {
        Instant now = instants.instant();
        ApiKey.Standing standing = key.standing(now);
        return new SettingsView.KeyLine(
                key.id(),
                key.name(),
                standing.word(),
                switch (standing) {
                    case GOOD -> "ok";
                    case EXPIRED -> "waiting";
                    case REVOKED -> "loss";
                },
                key.role().word() + ", made by " + key.madeBy() + " " + Say.ago(key.madeAt(), now) + ", last used "
                        + Say.ago(key.lastUsedAt(), now) + ", good until "
                        + Say.time(key.expiresAt(), java.time.ZoneOffset.UTC) + " UTC",
                standing == ApiKey.Standing.GOOD);
    }

    private static String text(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }
}
