package io.rapport.connect.graph;

import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.util.regex.Pattern;

/**
 * A tenant: by its id, or by one of its domains, which is as good to ask for a token but is no key of rows.
 *
 * @param value a GUID in lower case, or a domain
 */
public record TenantId(String value) {

    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{4,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9-]{1,63})+");
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** @throws RapportException {@link ConnectError#BAD_CREDENTIAL} */
    public TenantId {
        value = value.strip().toLowerCase(java.util.Locale.ROOT);
        if (!GUID.matcher(value).matches() && !DOMAIN.matcher(value).matches()) {
            throw new RapportException(
                    ConnectError.BAD_CREDENTIAL,
                    "The tenant is neither an id (as Entra's overview page shows it) nor a domain such as"
                            + " contoso.onmicrosoft.com.");
        }
    }

    /** Whether it is the id itself. */
    public boolean isId() {
        return isGuid(value);
    }

    static boolean isGuid(String text) {
        return GUID.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
