package io.rapport.simulator.graph;

import io.rapport.simulator.company.Person;
import io.rapport.simulator.graph.call.People;
import io.rapport.simulator.graph.odata.GraphRefusal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which mailboxes there are for whom: by their state, and by the access policies of apps. Thread-safe. */
public final class MailboxGate {

    private final People people;
    private final Map<String, Set<String>> allowed = new ConcurrentHashMap<>();

    public MailboxGate(People people) {
        this.people = people;
    }

    /**
     * An application access policy: the app reaches these mailboxes and no others.
     *
     * @param app client id
     * @param persons object ids
     */
    public void restrict(String app, Set<String> persons) {
        allowed.put(app, Set.copyOf(persons));
    }

    /** Ends the app's policy. */
    public void unrestrict(String app) {
        allowed.remove(app);
    }

    /**
     * @param name id or sign-in name, as the path has it
     * @throws GraphRefusal where there is no such mailbox
     */
    Person open(String app, String name, Instant at) {
        Person person = people.find(name, at)
                .orElseThrow(() ->
                        new GraphRefusal(404, "ErrorInvalidUser", "The requested user '" + name + "' is invalid."));
        switch (person.mailboxState(at)) {
            case ACTIVE -> {
                // Goes on below.
            }
            case ON_PREMISES ->
                throw new GraphRefusal(404, "MailboxNotHostedInExchangeOnline", "The mailbox is hosted on-premises.");
            case NONE ->
                throw new GraphRefusal(
                        404, "MailboxNotEnabledForRESTAPI", "REST API is not yet supported for this mailbox.");
            case SOFT_DELETED ->
                throw new GraphRefusal(
                        404,
                        "MailboxNotEnabledForRESTAPI",
                        "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
        }
        Set<String> reachable = allowed.get(app);
        if (reachable != null && !reachable.contains(person.id())) {
            throw new GraphRefusal(403, "ErrorAccessDenied", "Access to OData is disabled.");
        }
        return person;
    }
}
