package io.rapport.connect.graph;

import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where tokens come from and where Graph is. Plain http is for this machine alone: a token sent over it to another one
 * could be read on the way.
 *
 * @param login scheme, host and port of Entra
 * @param graph scheme, host and port of Graph
 */
public record Endpoints(URI login, URI graph) {

    private static final String VERSION = "/v1.0";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

    /** @throws RapportException {@link ConnectError#BAD_GRAPH_URL} */
    public Endpoints {
        login = checked(login, "login URL");
        graph = checked(graph, "Graph URL");
    }

    /** The scope that asks for all permissions that the app was granted; its host is Graph's. */
    public String scope() {
        return graph + "/.default";
    }

    /** Where the tenant's tokens are given out. */
    public URI tokens(TenantId tenant) {
        return URI.create(login + "/" + tenant.value() + "/oauth2/v2.0/token");
    }

    /** What the tenant says about itself; it needs no token. */
    public URI discovery(TenantId tenant) {
        return URI.create(login + "/" + tenant.value() + "/v2.0/.well-known/openid-configuration");
    }

    /** @param path within version 1.0, with its query, for example {@code /users?$top=999} */
    public GraphUrl url(String path) {
        return new GraphUrl(UrlText.uri(graph + VERSION + path));
    }

    /** Where batches go. */
    GraphUrl batch() {
        return url("/$batch");
    }

    /**
     * A link of an answer, to be followed as it stands.
     *
     * @throws RapportException {@link ConnectError#GRAPH_ANSWER} where it leads to another host: it would take the token
     *     there
     */
    public GraphUrl follow(String link) {
        URI uri = UrlText.uri(link);
        if (!place(uri).equals(place(graph))) {
            throw new RapportException(
                    ConnectError.GRAPH_ANSWER,
                    "Graph sent a link to another host than " + graph + ". It was not followed. If your tenant lives in"
                            + " another cloud, connect again with --cloud.");
        }
        return new GraphUrl(uri);
    }

    private static URI checked(URI uri, String name) {
        String scheme = lower(uri.getScheme());
        String host = lower(uri.getHost());
        boolean isBare = (uri.getRawPath() == null
                        || uri.getRawPath().isEmpty()
                        || uri.getRawPath().equals("/"))
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
        if (host.isEmpty() || !isBare || !(scheme.equals("https") || scheme.equals("http"))) {
            throw bad(name, "is no URL of a host, such as https://graph.microsoft.com, with nothing after it");
        }
        if (scheme.equals("http") && !LOOPBACK.contains(host)) {
            throw bad(name, "is plain http, which is for this machine alone (localhost, 127.0.0.1, [::1]). Use https");
        }
        return URI.create(place(uri));
    }

    private static RapportException bad(String name, String why) {
        return new RapportException(ConnectError.BAD_GRAPH_URL, "The " + name + " " + why + ".");
    }

    private static String place(URI uri) {
        String scheme = lower(uri.getScheme());
        int usual = scheme.equals("https") ? 443 : 80;
        return scheme + "://" + lower(uri.getHost())
                + (uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort());
    }

    private static String lower(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
