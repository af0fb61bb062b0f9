package io.rapport.simulator.graph.odata;

import java.util.Map;

/** A request that Graph refuses, with what its error body says. */
public final class GraphRefusal extends RuntimeException {

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    public GraphRefusal(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    public GraphRefusal(int status, String code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = Map.copyOf(headers);
    }

    /** 400 with the usual code. */
    public static GraphRefusal badRequest(String message) {
        return new GraphRefusal(400, "BadRequest", message);
    }

    /** 404 of the directory. */
    public static GraphRefusal noResource(String id) {
        return new GraphRefusal(
                404,
                "Request_ResourceNotFound",
                "Resource '" + id
                        + "' does not exist or one of its queried reference-property objects are not present.");
    }

    /** 404 of Outlook. */
    public static GraphRefusal noItem() {
        return new GraphRefusal(404, "ErrorItemNotFound", "The specified object was not found in the store.");
    }

    /** 403 of Outlook. */
    public static GraphRefusal accessDenied() {
        return new GraphRefusal(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
    }

    public int status() {
        return status;
    }

    /** {@code error.code}. */
    public String code() {
        return code;
    }

    /** {@code error.message}. */
    public String text() {
        return String.valueOf(getMessage());
    }

    public Map<String, String> headers() {
        return headers;
    }
}
