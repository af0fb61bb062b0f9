package io.rapport.connect.directory;

import io.rapport.core.address.Address;
import io.rapport.core.address.ProxyAddress;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People out of rows of the directory. */
final class People {

    private static final int ENABLED = Datasets.USER.index("accountEnabled");
    private static final int TYPE = Datasets.USER.index("userType");
    private static final int PLANS = Datasets.USER.index("assignedPlans");
    private static final int ID = Datasets.USER.index("id");

    private People() {}

    static Person of(Row row, boolean withAddresses) {
        return new Person(
                String.valueOf(row.value(ID)),
                !Boolean.FALSE.equals(row.value(ENABLED)),
                isLicensed(row.value(PLANS)),
                row.value(TYPE) instanceof String type && type.equalsIgnoreCase("guest"),
                withAddresses ? addresses(row) : List.of());
    }

    /** Mail, sign-in name and mail proxies of a user or a group. */
    static List<String> addresses(Row row) {
        Dataset dataset = row.dataset();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < dataset.columns().size(); i++) {
            Object value = row.value(i);
            switch (dataset.columns().get(i).name()) {
                case "mail", "userPrincipalName" -> add(found, value instanceof String text ? text : null);
                case "proxyAddresses" -> {
                    if (value instanceof List<?> proxies) {
                        proxies.forEach(entry -> {
                            String proxy = ProxyAddress.normalForm(entry instanceof String text ? text : null);
                            add(found, proxy == null ? null : ProxyAddress.address(proxy));
                        });
                    }
                }
                default -> {
                    // Other columns hold no address.
                }
            }
        }
        return found;
    }

    private static void add(List<String> found, @Nullable String text) {
        String address = Address.normalForm(text);
        if (address != null) {
            found.add(address);
        }
    }

    /** A plan of Exchange that is enabled, or about to end. */
    private static boolean isLicensed(@Nullable Object plans) {
        if (!(plans instanceof List<?> list)) {
            return false;
        }
        for (Object plan : list) {
            if (plan instanceof Object[] fields
                    && fields.length == 2
                    && fields[0] instanceof String service
                    && fields[1] instanceof String status
                    && service.equalsIgnoreCase("exchange")
                    && (status.equalsIgnoreCase("Enabled") || status.equalsIgnoreCase("Warning"))) {
                return true;
            }
        }
        return false;
    }
}
