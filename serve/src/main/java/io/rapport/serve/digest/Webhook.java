package io.rapport.serve.digest;

import io.rapport.core.error.RapportException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where digests are posted to.
 *
 * @param url https, or http on this machine
 * @param secret what each post is signed with
 */
public record Webhook(URI url, String secret) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST = 2_000;

    /**
     * Checks what somebody typed.
     *
     * @throws RapportException {@link DigestError#DIGEST_SETTING}
     */
    static URI url(String typed) {
        try {
            URI url = new URI(typed);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            String host = url.getHost();
            boolean isSafe =
                    host != null && (scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host)));
            if (isSafe && url.getRawUserInfo() == null && url.getRawFragment() == null && typed.length() <= LONGEST) {
                return url;
            }
        } catch (URISyntaxException none) {
            // Said below; the address may hold a token.
        }
        throw new RapportException(
                DigestError.DIGEST_SETTING,
                "The webhook is an https address, without user, password and fragment; http goes to this machine alone.");
    }

    /** Neither the secret nor the path, which may hold a token. */
    @Override
    public String toString() {
        return "webhook at " + url.getHost();
    }
}
