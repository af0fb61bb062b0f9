package io.rapport.serve.web.connection;

import io.rapport.connect.mailbox.MailboxState;
import io.rapport.serve.web.Say;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Mailboxes counted by state and Microsoft's code, with the reason in words; no mailbox is named. */
final class MailboxLines {

    private MailboxLines() {}

    /** @param mailboxes id of its owner to a state, and perhaps a code */
    static List<ConnectionView.MailboxLine> of(Map<String, String> mailboxes) {
        Map<MailboxState, Map<String, Long>> counts = new TreeMap<>();
        for (String text : mailboxes.values()) {
            String[] parts = text.split(" ", 2);
            counts.computeIfAbsent(MailboxState.valueOf(parts[0]), any -> new TreeMap<>())
                    .merge(parts.length > 1 ? parts[1] : "", 1L, Long::sum);
        }
        return counts.entrySet().stream()
                .flatMap(state -> state.getValue().entrySet().stream()
                        .map(code -> line(state.getKey(), code.getKey(), code.getValue())))
                .toList();
    }

    private static ConnectionView.MailboxLine line(MailboxState state, String code, long count) {
        return new ConnectionView.MailboxLine(
                state.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                switch (state) {
                    case OK -> "ok";
                    case DENIED, SET_ASIDE, NO_MAILBOX -> "attention";
                    case DISABLED, NOT_LICENSED, GUEST, NOT_SELECTED, GONE -> "waiting";
                },
                Say.count(count),
                reason(state) + (code.isBlank() ? "" : " (" + code + ")"));
    }

    private static String reason(MailboxState state) {
        return switch (state) {
            case OK -> "Read to the end";
            case DISABLED -> "The account may not sign in";
            case NOT_LICENSED -> "No plan of Exchange";
            case GUEST -> "A guest, whose mailbox is elsewhere";
            case NOT_SELECTED -> "Not in the selection, or in an excluded group";
            case NO_MAILBOX -> "None in Exchange Online: inactive, on-premises, or not there yet";
            case DENIED -> "A policy of the tenant shuts the app out";
            case GONE -> "No longer in the directory";
            case SET_ASIDE -> "Failed again and again; tried anew at the next sync";
        };
    }
}
