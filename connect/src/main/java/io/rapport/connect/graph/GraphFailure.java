package io.rapport.connect.graph;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Why a request came to nothing. Holds Microsoft's codes and ids, never its messages, which may quote data.
 *
 * @param kind what follows from it
 * @param status HTTP's status code, or 0 where no answer came
 * @param codes of the error, the outermost first, as Microsoft spells them
 * @param requestId by which Microsoft's support finds the request; empty where none came
 */
public record GraphFailure(Kind kind, int status, List<String> codes, String requestId) {

    /** What follows from a failure. */
    public enum Kind {
        /** To be asked again later. */
        THROTTLED,
        /** No answer, half an answer, or the server's own fault. */
        UNAVAILABLE,
        /** The token was not taken. */
        UNAUTHORIZED,
        /** A permission is missing, or a policy of the tenant shuts the app out. */
        DENIED,
        /** There is no mailbox in Exchange Online that could be read. */
        NO_MAILBOX,
        /** What was asked for is not there. */
        NOT_FOUND,
        /** The link is too old: what it stood for has to be read anew. */
        RESYNC,
        /** Anything else; asking again would not help. */
        REFUSED
    }

    private static final Set<String> NO_MAILBOX_CODES = Set.of(
            "mailboxnotenabledforrestapi",
            "mailboxnothostedinexchangeonline",
            "errornonexistentmailbox",
            "errorinvaliduser",
            "errormailboxstoreunavailable");
    private static final Set<String> RESYNC_CODES =
            Set.of("syncstatenotfound", "resyncrequired", "syncstateinvalid", "directory_expiredpagetoken");

    public GraphFailure {
        codes = List.copyOf(codes);
    }

    static GraphFailure of(int status, List<String> codes, String requestId) {
        return new GraphFailure(kind(status, codes), status, codes, requestId);
    }

    /** No answer within the deadline, or none that can be read. */
    static GraphFailure broken() {
        return new GraphFailure(Kind.UNAVAILABLE, 0, List.of(), "");
    }

    /** The code that says most, or the status where there is none. */
    public String code() {
        return codes.isEmpty() ? status == 0 ? "no answer" : "status " + status : codes.get(0);
    }

    /** For a message: {@code 403 ErrorAccessDenied (request 1f0c…)}. */
    public String text() {
        return (status == 0 ? "no answer" : codes.isEmpty() ? "status " + status : status + " " + codes.get(0))
                + (requestId.isEmpty() ? "" : " (request " + requestId + ")");
    }

    private static Kind kind(int status, List<String> codes) {
        List<String> lower =
                codes.stream().map(code -> code.toLowerCase(Locale.ROOT)).toList();
        if (lower.stream().anyMatch(NO_MAILBOX_CODES::contains)) {
            return Kind.NO_MAILBOX;
        }
        if (status == 410 || lower.stream().anyMatch(RESYNC_CODES::contains)) {
            return Kind.RESYNC;
        }
        return switch (status) {
            case 429, 509 -> Kind.THROTTLED;
            case 401 -> Kind.UNAUTHORIZED;
            case 403 -> Kind.DENIED;
            case 404 -> Kind.NOT_FOUND;
            case 408 -> Kind.UNAVAILABLE;
            case 501 -> Kind.REFUSED;
            default -> status >= 500 ? Kind.UNAVAILABLE : Kind.REFUSED;
        };
    }
}
