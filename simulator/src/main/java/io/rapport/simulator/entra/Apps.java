package io.rapport.simulator.entra;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** The tenant's app registrations, what was consented to each, and who has which of their roles. Thread-safe. */
public final class Apps {

    private final Ids ids;
    private final Map<String, AppRegistration> registrations = new ConcurrentSkipListMap<>();
    private final Map<String, Set<Permission>> consents = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> rolesOfPeople = new ConcurrentHashMap<>();

    public Apps(Ids ids) {
        this.ids = ids;
    }

    /** Registers a new app without permissions; its ids and its first secret are made from its name. */
    public AppRegistration register(String displayName) {
        int nth = 1;
        while (registrations.containsKey(ids.guid("client", displayName, "" + nth))) {
            nth++;
        }
        String name = displayName + "\n" + nth;
        AppRegistration app = new AppRegistration(
                ids.guid("client", displayName, "" + nth),
                ids.guid("application", name),
                ids.guid("principal", name),
                displayName,
                Set.of(),
                List.of(),
                List.of(),
                List.of(ids.secret(name)),
                List.of(),
                List.of());
        registrations.put(app.clientId(), app);
        return app;
    }

    /** Changes an app. */
    public AppRegistration change(String clientId, UnaryOperator<AppRegistration> change) {
        AppRegistration changed = registrations.computeIfPresent(clientId, (id, app) -> change.apply(app));
        if (changed == null) {
            throw new IllegalArgumentException("There is no app with the client id " + clientId + ".");
        }
        return changed;
    }

    public Optional<AppRegistration> find(String clientId) {
        return Optional.ofNullable(registrations.get(clientId));
    }

    public Collection<AppRegistration> all() {
        return List.copyOf(registrations.values());
    }

    /** An administrator consents to all that the app registered; what it had besides is gone. */
    public void grantConsent(String clientId) {
        find(clientId).ifPresent(app -> consents.put(clientId, app.permissions()));
    }

    /** One more permission, as an app role assignment gives it. */
    public void grant(String clientId, Permission permission) {
        consents.merge(clientId, Set.of(permission), (had, more) -> {
            Set<Permission> both = EnumSet.copyOf(had.isEmpty() ? more : had);
            both.addAll(more);
            return Set.copyOf(both);
        });
    }

    /** Tokens handed out before keep what they say until they expire; new ones don't say it any more. */
    public void withdrawConsent(String clientId) {
        consents.remove(clientId);
    }

    /** Takes one permission away. */
    public void withdraw(String clientId, Permission permission) {
        consents.computeIfPresent(
                clientId,
                (id, had) -> had.equals(Set.of(permission))
                        ? null
                        : Set.copyOf(had.stream()
                                .filter(other -> other != permission)
                                .toList()));
    }

    public Set<Permission> consented(String clientId) {
        return consents.getOrDefault(clientId, Set.of());
    }

    /** Gives a person a role of an app; the values replace those from before. */
    public void assignRoles(String clientId, String person, Set<String> values) {
        rolesOfPeople.put(clientId + " " + person, Set.copyOf(values));
    }

    /** Values of the roles that a person has in an app. */
    public Set<String> roles(String clientId, String person) {
        return rolesOfPeople.getOrDefault(clientId + " " + person, Set.of());
    }
}
