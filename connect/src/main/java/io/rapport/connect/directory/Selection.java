package io.rapport.connect.directory;

import io.rapport.core.address.Address;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose mailboxes are read. With nothing named, everybody's; who is named in several ways is read once; who is in an
 * excluded group is not read, whatever else names him.
 *
 * @param groups ids or addresses; members of members count
 * @param filter of the directory, in Graph's own language, or null
 * @param mailboxes addresses; shared mailboxes too
 * @param excludedGroups ids or addresses; members of members count
 */
public record Selection(
        List<String> groups, @Nullable String filter, List<String> mailboxes, List<String> excludedGroups) {

    public static final Selection ALL = new Selection(List.of(), null, List.of(), List.of());

    public Selection {
        groups = groups.stream().map(Selection::normal).toList();
        mailboxes = mailboxes.stream().map(Selection::normal).toList();
        excludedGroups = excludedGroups.stream().map(Selection::normal).toList();
        filter = filter == null || filter.isBlank() ? null : filter.strip();
    }

    /** Whether nobody in particular is named. */
    public boolean isEverybody() {
        return groups.isEmpty() && mailboxes.isEmpty() && filter == null;
    }

    boolean needsMembers() {
        return !groups.isEmpty() || !excludedGroups.isEmpty();
    }

    Optional<String> findFilter() {
        return Optional.ofNullable(filter);
    }

    private static String normal(String name) {
        String address = Address.normalForm(name);
        return address == null ? name.strip().toLowerCase(java.util.Locale.ROOT) : address;
    }
}
