package io.rapport.connect.graph;

import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.util.Locale;

/**
 * An app in Entra.
 *
 * @param value its application (client) id, in lower case
 */
public record ClientId(String value) {

    /** @throws RapportException {@link ConnectError#BAD_CREDENTIAL} */
    public ClientId {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!TenantId.isGuid(value)) {
            throw new RapportException(
                    ConnectError.BAD_CREDENTIAL,
                    "The client id is no id; it is the app's \"Application (client) ID\", for example"
                            + " 11111111-2222-3333-4444-555555555555.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
