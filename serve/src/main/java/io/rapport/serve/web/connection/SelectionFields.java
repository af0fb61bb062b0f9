package io.rapport.serve.web.connection;

import io.rapport.connect.consent.Connector;
import io.rapport.connect.directory.Selection;
import io.rapport.core.error.RapportException;
import io.rapport.serve.connection.ConnectionError;
import io.rapport.serve.web.Say;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Whose mailboxes are read, as people say it in the form: everybody's, or those of groups and addresses. */
final class SelectionFields {

    private static final int MOST_NAMES = 200;
    private static final int LONGEST_NAME = 320;

    private SelectionFields() {}

    /** @throws RapportException {@link ConnectionError#SELECTION}, with everything that is wrong */
    static Selection read(Connector connector, Map<String, String> sent) {
        List<String> excluded = names(sent, "excluded");
        List<String> groups = List.of();
        List<String> mailboxes = List.of();
        if (sent.getOrDefault("whose", "all").equals("some")) {
            groups = names(sent, "groups");
            mailboxes = names(sent, "mailboxes");
            if (groups.isEmpty() && mailboxes.isEmpty()) {
                throw wrong("Nobody is selected: name at least one group or mailbox, or choose everybody.");
            }
        }
        if (!connector.readsGroups() && !(groups.isEmpty() && excluded.isEmpty())) {
            throw wrong(connector.title() + " can't tell who is in a group: its app is not allowed to read groups. Name"
                    + " mailboxes instead.");
        }
        return new Selection(groups, null, mailboxes, excluded);
    }

    /** How many of what, and nobody's address. */
    static String say(Selection selection) {
        List<String> read = new ArrayList<>();
        if (selection.isEverybody()) {
            read.add("everybody's mailbox");
        }
        if (!selection.groups().isEmpty()) {
            read.add("members of " + Say.count(selection.groups().size(), "group", "groups"));
        }
        if (!selection.mailboxes().isEmpty()) {
            read.add(Say.count(selection.mailboxes().size(), "mailbox", "mailboxes") + " by address");
        }
        if (selection.filter() != null) {
            read.add("those of a filter of the directory");
        }
        return String.join(", ", read)
                + (selection.excludedGroups().isEmpty()
                        ? ""
                        : "; nobody in "
                                + Say.count(selection.excludedGroups().size(), "excluded group", "excluded groups"));
    }

    private static List<String> names(Map<String, String> sent, String field) {
        List<String> names = Arrays.stream(sent.getOrDefault(field, "").split("[\\s,;]+"))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        if (names.size() > MOST_NAMES || names.stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
            throw wrong("There are " + names.size() + " names in one field; it takes " + MOST_NAMES + ", of "
                    + LONGEST_NAME + " characters each. For more, make a group of them.");
        }
        return names;
    }

    private static RapportException wrong(String text) {
        return new RapportException(ConnectionError.SELECTION, text);
    }
}
