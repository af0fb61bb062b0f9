package io.rapport.simulator.graph.call;

import io.rapport.simulator.entra.Caller;
import io.rapport.simulator.entra.Permission;
import io.rapport.simulator.graph.odata.GraphRefusal;
import java.util.List;

/**
 * Who may make a call.
 *
 * @param anyOf one of these is enough; where there is none, any token is
 * @param isOutlook whether a mailbox is asked, whose limits and errors are other than the directory's
 */
public record Access(List<Permission> anyOf, boolean isOutlook) {

    public Access {
        anyOf = List.copyOf(anyOf);
    }

    public static Access directory(Permission... anyOf) {
        return new Access(List.of(anyOf), false);
    }

    public static Access mailbox(Permission... anyOf) {
        return new Access(List.of(anyOf), true);
    }

    /** @throws GraphRefusal 403 */
    public void check(Caller caller) {
        if (anyOf.isEmpty() || anyOf.stream().anyMatch(caller::may)) {
            return;
        }
        throw isOutlook
                ? GraphRefusal.accessDenied()
                : new GraphRefusal(
                        403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }
}
