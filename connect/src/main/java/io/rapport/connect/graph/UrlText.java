package io.rapport.connect.graph;

import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text and URLs. */
public final class UrlText {

    private static final String ILLEGAL = " \"<>\\^`{|}";

    private UrlText() {}

    /** One segment of a path or one value of a query: everything but letters, digits and {@code -_.~} is escaped. */
    public static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** The URI of a text; characters that no URI may hold are escaped, and nothing else is touched. */
    static URI uri(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next <= ' ' || next >= 127 || ILLEGAL.indexOf(next) >= 0) {
                escaped.append(escaped(text.substring(i, i + 1)));
            } else {
                escaped.append(next);
            }
        }
        try {
            return new URI(escaped.toString());
        } catch (URISyntaxException e) {
            // Its message would quote the link, and links hold tokens.
            throw new RapportException(ConnectError.GRAPH_ANSWER, "Graph sent a link that is no URL.");
        }
    }
}
