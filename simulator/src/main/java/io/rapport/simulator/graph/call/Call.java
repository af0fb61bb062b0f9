package io.rapport.simulator.graph.call;

import io.rapport.simulator.company.Person;
import io.rapport.simulator.entra.Caller;
import io.rapport.simulator.graph.odata.Prefer;
import io.rapport.simulator.graph.odata.QueryOptions;
import io.rapport.simulator.http.Request;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call, understood and allowed.
 *
 * @param request as it came
 * @param caller who calls
 * @param owner of the mailbox that is asked; null where none is
 * @param keys what stands in the path's places for ids, in their order
 * @param options its query options
 * @param prefer what the client would like
 * @param now the tenant's time
 * @param graphUrl where Graph listens
 */
public record Call(
        Request request,
        Caller caller,
        @Nullable Person owner,
        List<String> keys,
        QueryOptions options,
        Prefer prefer,
        Instant now,
        URI graphUrl) {

    /** The owner of the mailbox, in a call that asks one. */
    public Person mailboxOwner() {
        if (owner == null) {
            throw new IllegalStateException(request.path() + " is no path of a mailbox.");
        }
        return owner;
    }

    /** The n-th id of the path, from 0. */
    public String key(int index) {
        return keys.get(index);
    }

    /** The address without its query. */
    public String url() {
        return graphUrl + request.path();
    }

    /** The beginning of every {@code @odata.context}. */
    public String metadata() {
        return graphUrl + "/v1.0/$metadata#";
    }
}
