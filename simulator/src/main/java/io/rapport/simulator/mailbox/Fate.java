package io.rapport.simulator.mailbox;

import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.mail.Email;

/**
 * What happens to a copy, and when: seconds since 1970, {@link Long#MAX_VALUE} for never. The instants come in this
 * order: created, read, moved, deleted, purged.
 *
 * @param first the folder in which it appears
 * @param createdSecond when it appears
 * @param readSecond when it is read; the creation where it is read from the beginning
 * @param movedSecond when its owner files it
 * @param movedTo where
 * @param deletedSecond when it goes to Deleted Items
 * @param purgedSecond when it disappears
 */
record Fate(
        Folder first,
        long createdSecond,
        long readSecond,
        long movedSecond,
        Folder movedTo,
        long deletedSecond,
        long purgedSecond) {

    private static final long NEVER = Long.MAX_VALUE;
    private static final int HOUR = 3_600;
    private static final int DAY = 86_400;

    /** Of a copy in the sender's mailbox. */
    static Fate ofSent(long second, boolean hasOwnFolders, Draws draws) {
        boolean isFiled = draws.isWithin(30);
        long moved = isFiled ? second + draws.between(HOUR, 9 * DAY) : NEVER;
        return new Fate(
                Folder.SENT_ITEMS,
                second,
                second,
                moved,
                hasOwnFolders ? Folder.PROJECTS : Folder.ARCHIVE,
                NEVER,
                NEVER);
    }

    /** Of a draft: sent, given up, or left lying for good. */
    static Fate ofDraft(long second, Draws draws) {
        long gone = draws.isWithin(850) ? second + draws.between(600, 12 * DAY) : NEVER;
        return new Fate(Folder.DRAFTS, second, second, NEVER, Folder.DRAFTS, NEVER, gone);
    }

    /** Of a copy that a mailbox received. What a customer wrote is never purged. */
    static Fate ofReceived(Email.Kind kind, long second, boolean hasOwnFolders, Draws draws) {
        if (kind == Email.Kind.JUNK && !draws.isWithin(100)) {
            return new Fate(Folder.JUNK_EMAIL, second, NEVER, NEVER, Folder.ARCHIVE, NEVER, second + 30L * DAY);
        }
        long read = draws.isWithin(kind == Email.Kind.NEWSLETTER ? 550 : 950)
                ? second + Math.min(draws.between(30, 9 * HOUR), draws.between(30, 3 * DAY))
                : NEVER;
        long handled = read == NEVER ? second + DAY : read;
        boolean isFiled = draws.isWithin(filedPerMille(kind));
        long moved = isFiled ? handled + draws.between(60, 12 * DAY) : NEVER;
        boolean isDeleted = draws.isWithin(deletedPerMille(kind));
        long deleted = isDeleted ? (isFiled ? moved : handled) + draws.between(60, 25 * DAY) : NEVER;
        boolean isPurged = isDeleted && kind != Email.Kind.ACCOUNT && draws.isWithin(700);
        long purged = isPurged ? deleted + draws.between(DAY, 30 * DAY) : NEVER;
        return new Fate(Folder.INBOX, second, read, moved, folder(kind, hasOwnFolders, draws), deleted, purged);
    }

    private static int filedPerMille(Email.Kind kind) {
        return switch (kind) {
            case ACCOUNT -> 220;
            case INTERNAL -> 120;
            case ANNOUNCEMENT -> 30;
            default -> 60;
        };
    }

    private static int deletedPerMille(Email.Kind kind) {
        return switch (kind) {
            case ACCOUNT -> 30;
            case INTERNAL -> 60;
            case ANNOUNCEMENT -> 200;
            case NEWSLETTER, JUNK -> 450;
            default -> 150;
        };
    }

    private static Folder folder(Email.Kind kind, boolean hasOwnFolders, Draws draws) {
        if (!hasOwnFolders || draws.isWithin(300)) {
            return Folder.ARCHIVE;
        }
        return switch (kind) {
            case ACCOUNT -> Folder.CUSTOMERS;
            case INTERNAL -> draws.isWithin(500) ? Folder.PROJECTS : Folder.PROJECTS_RUNNING;
            default -> Folder.ARCHIVE;
        };
    }

    boolean isThere(long second) {
        return second >= createdSecond && second < purgedSecond;
    }

    /** Where it lies at a second at which it is there. */
    Folder folder(long second) {
        if (second >= deletedSecond) {
            return Folder.DELETED_ITEMS;
        }
        return second >= movedSecond ? movedTo : first;
    }

    boolean isRead(long second) {
        return second >= readSecond;
    }

    /** When it last changed before or at a second at which it is there. */
    long lastModified(long second) {
        long last = createdSecond;
        last = readSecond <= second ? Math.max(last, readSecond) : last;
        last = movedSecond <= second ? Math.max(last, movedSecond) : last;
        return deletedSecond <= second ? Math.max(last, deletedSecond) : last;
    }
}
