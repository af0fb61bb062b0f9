package io.rapport.simulator.graph.directory;

import io.rapport.simulator.company.Department;
import io.rapport.simulator.company.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person as the directory shows him or her at an instant.
 *
 * @param person who
 * @param at when
 */
record DirectoryUser(Person person, Instant at) {

    String userType() {
        return person.isGuest() ? "Guest" : "Member";
    }

    boolean isEnabled() {
        return person.isGuest() ? person.isPresent(at) : person.isEnabled(at);
    }

    @Nullable
    String department() {
        return person.findDepartment(at).map(Department::title).orElse(null);
    }

    @Nullable
    String jobTitle() {
        return person.findJobTitle(at).orElse(null);
    }

    @Nullable
    String dataLocation() {
        return person.findDataLocation().orElse(null);
    }

    /** The primary address begins with {@code SMTP}, aliases with {@code smtp}. */
    List<String> proxyAddresses() {
        List<String> addresses = new ArrayList<>();
        addresses.add("SMTP:" + person.mail());
        person.aliases().forEach(alias -> addresses.add("smtp:" + alias));
        return addresses;
    }

    String mailNickname() {
        String mail = person.mail();
        return mail.substring(0, mail.indexOf('@')).toLowerCase(Locale.ROOT);
    }

    Instant created() {
        return Instant.ofEpochSecond(Math.max(0, person.account().joinedSecond()));
    }
}
