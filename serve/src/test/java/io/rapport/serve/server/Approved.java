package io.rapport.serve.server;

import io.rapport.core.dataset.Dataset;
import io.rapport.model.extract.ExtractWords;
import io.rapport.serve.approval.Approval;
import io.rapport.serve.approval.Approvals;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;

/** Approvals that tests need: asked for in one person's name, given in another's. */
public final class Approved {

    /** Nobody who signs in. */
    public static final Person ANOTHER = new Person("another", "Another administrator", Role.ADMINISTRATOR);

    private static final String HERE = "a test";

    private Approved() {}

    /** All of a dataset. */
    public static Approval all(Approvals approvals, Person owner, Dataset dataset) {
        Approval asked = approvals.request(owner, ExtractWords.of(dataset), "A test", HERE);
        return approvals.approve(asked, ANOTHER, HERE);
    }

    /** The person of this number, as the server knows them. */
    static Person person(TestServer server, int nth, Role role) {
        var known = java.util.Objects.requireNonNull(server.tenant).people().get(nth);
        return new Person(known.id(), known.displayName(), role);
    }

    /** All of a dataset, for the person of this number. */
    static Approval all(TestServer server, int nth, Role role, Dataset dataset) {
        return all(server.server.part(Approvals.class), person(server, nth, role), dataset);
    }
}
