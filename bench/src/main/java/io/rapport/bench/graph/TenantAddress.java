package io.rapport.bench.graph;

import io.rapport.connect.graph.ClientId;
import io.rapport.connect.graph.ClientSecret;
import io.rapport.connect.graph.Endpoints;
import io.rapport.connect.graph.GraphAccess;
import io.rapport.connect.graph.TenantId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where the made-up tenant is, and how to get in.
 *
 * @param words tenant id, client id, client secret, login URL, Graph URL, URL of the recording of both
 */
public record TenantAddress(List<String> words) {

    /** As the commands have it. */
    private static final long MEMORY_SHARE = 8;

    public TenantAddress {
        words = List.copyOf(words);
        if (words.size() != 6) {
            throw new IllegalArgumentException("the tenant said " + words.size() + " words instead of six");
        }
    }

    /** The same tenant, answering from its recording. */
    public TenantAddress recorded() {
        List<String> other = new ArrayList<>(words);
        other.set(3, words.get(5));
        other.set(4, words.get(5));
        return new TenantAddress(other);
    }

    String tenant() {
        return words.get(0);
    }

    GraphAccess open() {
        return GraphAccess.open(
                () -> TenantSize.NOW,
                new Endpoints(URI.create(words.get(3)), URI.create(words.get(4))),
                new TenantId(tenant()),
                new ClientId(words.get(1)),
                new ClientSecret(words.get(2)),
                new SplittableRandom(7),
                Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
    }
}
