package io.rapport.serve.api.resource;

import io.rapport.connect.consent.Finding;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.connection.WatchedFile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connections, as the API tells them: mailboxes counted, none named. */
final class ConnectionShapes {

    static final List<String> STATES = List.of("ok", "syncing", "failed", "waiting");

    static final Shape<Mailboxes> MAILBOXES = Shape.of(Mailboxes.class, "Mailboxes", "Mailboxes of one state.")
            .text("state", "What became of them.", Mailboxes::state)
            .text("code", "Microsoft's; empty for none.", Mailboxes::code)
            .count("count", "How many.", Mailboxes::count)
            .build();

    static final Shape<WatchedFile> FILE = Shape.of(WatchedFile.class, "SetAsideFile", "A file that can't be imported.")
            .text("path", "Within the folder.", WatchedFile::path)
            .textOrNull("code", "Why, as a code.", WatchedFile::reasonCode)
            .textOrNull("reason", "The same for people.", WatchedFile::reason)
            .build();

    static final Shape<Standing> CONNECTION = Shape.of(Standing.class, "Connection", "A tenant or folder that is read.")
            .text("name", "Of the connection.", Standing::name)
            .text("connector", "What reads it.", Standing::connector)
            .choice("state", "How it stands; waiting: not read yet.", STATES, Standing::state)
            .textOrNull("folder", "Null for a tenant.", Standing::folder)
            .time("createdAt", "When it was connected.", Standing::createdAt)
            .timeOrNull("syncedAt", "When a sync last came to its end; null before.", Standing::syncedAt)
            .textOrNull("errorCode", "Why the last sync failed; null otherwise.", Standing::errorCode)
            .textOrNull("errorText", "The same for people.", Standing::errorText)
            .many("mailboxes", "Of a tenant, by state.", MAILBOXES, Standing::mailboxes)
            .many("setAside", "Files of a folder that can't be imported.", FILE, Standing::setAside)
            .build();

    private static final Shape<Finding> PERMISSION = Shape.of(Finding.class, "Permission", "What is known of one.")
            .text("permission", "Its name at Microsoft.", Finding::permission)
            .choice("state", "Whether it is there.", Words.all(Finding.State.class), one -> Words.of(one.state()))
            .text("text", "For people: why it is needed, or what to do.", Finding::text)
            .build();

    static final Shape<Check> CHECK = Shape.of(Check.class, "PermissionCheck", "What a look at permissions found.")
            .time("at", "When.", Check::at)
            .flag("isGood", "Whether none that is needed is missing.", Check::isGood)
            .many("permissions", "One by one.", PERMISSION, Check::permissions)
            .build();

    private ConnectionShapes() {}

    /** What a look at permissions found. */
    record Check(Instant at, List<Finding> permissions) {

        boolean isGood() {
            return permissions.stream().noneMatch(one -> one.state() == Finding.State.MISSING);
        }
    }

    /** Mailboxes of one state and code. */
    record Mailboxes(String state, String code, long count) {}

    /** A connection, and how it stands. */
    record Standing(
            String name,
            String connector,
            String state,
            @Nullable String folder,
            Instant createdAt,
            @Nullable Instant syncedAt,
            @Nullable String errorCode,
            @Nullable String errorText,
            List<Mailboxes> mailboxes,
            List<WatchedFile> setAside) {}
}
