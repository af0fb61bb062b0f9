package io.rapport.serve.connection;

import io.rapport.core.error.RapportException;
import java.util.regex.Pattern;

/** What the names of all connections have in common. */
final class ConnectionName {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    private ConnectionName() {}

    /** @throws RapportException {@link ConnectionError#CONNECTION_NAME} */
    static void require(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new RapportException(
                    ConnectionError.CONNECTION_NAME,
                    "\"" + name + "\" can't be the name of a connection: it begins with a letter or digit, goes on with"
                            + " letters, digits, dots, hyphens and underscores, and has 60 characters at most.");
        }
    }
}
