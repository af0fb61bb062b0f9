package io.rapport.serve.cli;

import io.rapport.connect.mailbox.MailboxContent;
import io.rapport.connect.mailbox.MailboxState;
import io.rapport.connect.sync.SyncSummary;
import io.rapport.serve.connection.GraphConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A round over a tenant on the command line: lines, or a part of a JSON object. Mailboxes are named by id. */
final class TenantSyncView {

    private static final Duration WORTH_SAYING = Duration.ofSeconds(1);

    private TenantSyncView() {}

    static void show(Console console, GraphConnection connection, SyncSummary summary) {
        String items = contents(connection)
                .map(content -> Words.many(summary.items(content.dataset()), content.word()))
                .collect(Collectors.joining(" and "));
        console.line(connection.name() + ": " + items + " of "
                + Words.many(summary.mailboxes().getOrDefault(MailboxState.OK, 0L), "mailbox") + " read, "
                + Words.count(summary.older()) + " of them older than the window; "
                + Words.many(summary.setAside().size(), "mailbox") + " could not be read");
        console.line("  rows: " + Words.count(summary.landed().added()) + " added, "
                + Words.count(summary.landed().replaced()) + " replaced, "
                + Words.count(summary.landed().unchanged()) + " unchanged, "
                + Words.count(summary.landed().removed()) + " removed");
        SyncView.former(console, summary.landed().former());
        console.note(Words.many(summary.requests(), "request") + " in "
                + summary.length().toSeconds() + " s"
                + (summary.throttled().compareTo(WORTH_SAYING) < 0
                        ? ""
                        : ", throttled for " + summary.throttled().toSeconds() + " s"));
        counts(summary)
                .forEach((code, count) -> console.note("Not read: " + Words.many(count, "mailbox") + ", " + code));
        new TreeMap<>(summary.shut())
                .forEach((what, count) -> console.note("Shut: " + what + ", " + Words.many(count, "mailbox")
                        + " otherwise read. To see why: rapport doctor"));
        summary.rejections()
                .forEach((reason, count) -> console.note("Rejected: " + Words.many(count, "row") + ", " + reason));
    }

    private static Stream<MailboxContent> contents(GraphConnection connection) {
        return connection.connector().contents().stream().sorted();
    }

    private static Map<String, Long> counts(SyncSummary summary) {
        Map<String, Long> counts = new TreeMap<>();
        summary.setAside()
                .forEach(mailbox -> counts.merge(word(mailbox.state()) + " (" + mailbox.code() + ")", 1L, Long::sum));
        return counts;
    }

    static Map<String, @Nullable Object> json(GraphConnection connection, SyncSummary summary) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", connection.name());
        Map<String, Object> mailboxes = new TreeMap<>();
        summary.mailboxes().forEach((state, count) -> mailboxes.put(state.name(), count));
        fields.put("mailboxes", mailboxes);
        List<Map<String, Object>> setAside = new ArrayList<>();
        summary.setAside()
                .forEach(mailbox -> setAside.add(
                        Map.of("id", mailbox.id(), "state", mailbox.state().name(), "code", mailbox.code())));
        fields.put("setAside", setAside);
        contents(connection).forEach(content -> fields.put(content.word() + "s", summary.items(content.dataset())));
        fields.put("older", summary.older());
        fields.put("added", summary.landed().added());
        fields.put("replaced", summary.landed().replaced());
        fields.put("unchanged", summary.landed().unchanged());
        fields.put("removed", summary.landed().removed());
        fields.put("former", summary.landed().former());
        fields.put("shut", new TreeMap<>(summary.shut()));
        fields.put("rejections", summary.rejections());
        fields.put("requests", summary.requests());
        fields.put("throttledSeconds", summary.throttled().toSeconds());
        fields.put("seconds", summary.length().toSeconds());
        return fields;
    }

    private static String word(MailboxState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
