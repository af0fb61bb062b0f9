package io.rapport.bench.tenant;

import java.net.URI;

/**
 * Where a tenant listens, and with what an app comes in.
 *
 * @param entra where tokens are
 * @param graph where mail is
 * @param tenant its id
 * @param clientId of the app
 * @param secret of the app
 */
public record TenantAddress(URI entra, URI graph, String tenant, String clientId, String secret) {

    private static final String MARK = "tenant";

    /** Whether a line is an address; Java may say something of its own before. */
    static boolean isOne(String line) {
        return line.startsWith(MARK + " ");
    }

    /** One line, as a server says it. */
    String line() {
        return String.join(" ", MARK, entra.toString(), graph.toString(), tenant, clientId, secret);
    }

    /** What a server said. */
    static TenantAddress of(String line) {
        String[] words = line.split(" ", -1);
        if (!isOne(line) || words.length != 6) {
            throw new IllegalArgumentException("this is no tenant's address: " + line);
        }
        return new TenantAddress(URI.create(words[1]), URI.create(words[2]), words[3], words[4], words[5]);
    }
}
