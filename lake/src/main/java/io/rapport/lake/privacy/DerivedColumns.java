package io.rapport.lake.privacy;

import io.rapport.core.address.Address;
import io.rapport.core.address.ConversationKey;
import io.rapport.core.address.ProxyAddress;
import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Row;
import io.rapport.core.time.EventTime;
import java.time.DateTimeException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Rapport computes at landing, from the row as the source wrote it. */
final class DerivedColumns {

    /** Writes one derived value; the addresses of the row have been written before it. */
    interface Derived {
        boolean write(Row row, LineBuffer out);
    }

    private DerivedColumns() {}

    static Derived of(Dataset dataset, Column column, AddressWriter addresses) {
        return switch (column.name()) {
            case "_conversationKey" -> conversationKey(dataset.index("conversationId"));
            case "_unusableAddressCount" ->
                (row, out) -> {
                    out.number(addresses.unusable());
                    return true;
                };
            case "_startAt" -> eventTime(dataset, "start");
            case "_endAt" -> eventTime(dataset, "end");
            case "_startDate" -> writtenDate(dataset, "start");
            case "_addresses" -> addresses(dataset, addresses.suppression());
            default -> throw new IllegalArgumentException("no rule for " + dataset + "." + column.name());
        };
    }

    private static Derived conversationKey(int conversationId) {
        return (row, out) -> ScalarWriters.string(ConversationKey.of(ValueWriter.text(row.value(conversationId))), out);
    }

    private static Derived eventTime(Dataset dataset, String column) {
        int source = dataset.index(column);
        return (row, out) -> {
            try {
                return InstantWriter.write(
                        EventTime.instant(field(row.value(source), 0), field(row.value(source), 1)), out);
            } catch (DateTimeException notATime) {
                throw new UnreadableValue(InstantWriter.NO_TIME, column);
            }
        };
    }

    private static Derived writtenDate(Dataset dataset, String column) {
        int source = dataset.index(column);
        return (row, out) -> {
            try {
                return InstantWriter.write(EventTime.writtenDate(field(row.value(source), 0)), out);
            } catch (DateTimeException notATime) {
                throw new UnreadableValue(InstantWriter.NO_TIME, column);
            }
        };
    }

    private static @Nullable String field(@Nullable Object struct, int field) {
        return struct instanceof @Nullable Object[] values && field < values.length
                ? ValueWriter.text(values[field])
                : null;
    }

    /** Mail, sign-in name where the dataset has one, mail proxies: each address once, in this order. */
    private static Derived addresses(Dataset dataset, Suppression suppression) {
        int mail = dataset.index("mail");
        int proxies = dataset.index("proxyAddresses");
        int signIn = dataset.columns().stream().anyMatch(c -> c.name().equals("userPrincipalName"))
                ? dataset.index("userPrincipalName")
                : mail;
        return (row, out) -> {
            Set<String> found = new LinkedHashSet<>();
            add(Address.normalForm(ValueWriter.text(row.value(mail))), found);
            add(Address.normalForm(ValueWriter.text(row.value(signIn))), found);
            if (row.value(proxies) instanceof List<?> entries) {
                for (Object entry : entries) {
                    String proxy = ProxyAddress.normalForm(ValueWriter.text(entry));
                    add(proxy == null ? null : ProxyAddress.address(proxy), found);
                }
            }
            if (!suppression.isEmpty()) {
                found.removeIf(suppression::holdsAddress);
            }
            return strings(found, out);
        };
    }

    private static void add(@Nullable String address, Set<String> found) {
        if (address != null) {
            found.add(address);
        }
    }

    private static boolean strings(Set<String> values, LineBuffer out) {
        char before = '[';
        for (String value : values) {
            out.put(before);
            out.string(value);
            before = ',';
        }
        if (values.isEmpty()) {
            out.put('[');
        }
        out.put(']');
        return true;
    }
}
