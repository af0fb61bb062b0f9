package io.rapport.simulator.mailbox;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.mail.Correspondences;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/**
 * The mail of one mailbox up to an instant. Immutable and thread-safe. It holds a few hundred bytes per message: keep it
 * while it is asked, and open it again when time has gone on; that takes milliseconds for a year of mail.
 *
 * <p>Lists are views: a message is made when it is taken out. Instants after {@link #until} are not known here.
 */
public final class Mailbox {

    private static final int OWN_FOLDERS_PER_MILLE = 600;

    private final Person owner;
    private final Instant until;
    private final ItemIds ids;
    private final Copy[] newestFirst;
    private final boolean hasOwnFolders;

    private Mailbox(Person owner, Instant until, ItemIds ids, Copy[] newestFirst, boolean hasOwnFolders) {
        this.owner = owner;
        this.until = until;
        this.ids = ids;
        this.newestFirst = newestFirst;
        this.hasOwnFolders = hasOwnFolders;
    }

    /**
     * Opens the mailbox of an employee or a shared mailbox, with all that ever came and was sent.
     *
     * @param until the latest instant that will be asked for
     */
    public static Mailbox open(Correspondences correspondences, Person owner, Instant until) {
        return open(correspondences, owner, correspondences.company().begin(), until);
    }

    /** The same with what was received from an instant on; what is older is not known. */
    public static Mailbox open(Correspondences correspondences, Person owner, Instant from, Instant until) {
        if (owner.isGuest()) {
            throw new IllegalArgumentException("a guest has no mailbox");
        }
        long key = Chance.mix(Chance.key(correspondences.company().plan().seed(), "mailbox"), owner.index());
        boolean hasOwnFolders = Chance.isWithin(key, OWN_FOLDERS_PER_MILLE);
        Copies copies = new Copies(correspondences, owner, key, hasOwnFolders, from, until);
        return new Mailbox(owner, until, new ItemIds(owner.mailboxGuid(), key), copies.newestFirst(), hasOwnFolders);
    }

    public Person owner() {
        return owner;
    }

    public Instant until() {
        return until;
    }

    /** All folders, parents before their children. They are there from the beginning. */
    public List<MailFolder> folders() {
        return Arrays.stream(Folder.values())
                .filter(folder -> hasOwnFolders || !folder.isOwn())
                .map(folder -> new MailFolder(
                        folder,
                        ids.folder(folder.name()),
                        ids.folder(folder.findParent().map(Folder::name).orElse("root"))))
                .toList();
    }

    /** All messages, whatever the folder, newest first. */
    public List<Message> messages(Instant at) {
        long second = at.getEpochSecond();
        return view(
                second,
                Arrays.stream(newestFirst)
                        .filter(copy -> copy.fate().isThere(second))
                        .toArray(Copy[]::new));
    }

    /** The messages of a folder, newest first. */
    public List<Message> messages(Folder folder, Instant at) {
        long second = at.getEpochSecond();
        return view(
                second,
                Arrays.stream(newestFirst)
                        .filter(copy -> isIn(folder, copy, second))
                        .toArray(Copy[]::new));
    }

    /** What has changed in a folder after one instant, up to and including another. */
    public FolderChanges<Message> changes(Folder folder, Instant since, Instant at) {
        long before = since.getEpochSecond();
        long second = at.getEpochSecond();
        Copy[] changed = Arrays.stream(newestFirst)
                .filter(copy -> isIn(folder, copy, second)
                        && (!isIn(folder, copy, before) || copy.fate().lastModified(second) > before))
                .toArray(Copy[]::new);
        List<String> removed = Arrays.stream(newestFirst)
                .filter(copy -> isIn(folder, copy, before) && !isIn(folder, copy, second))
                .map(copy -> ids.item(copy.key()))
                .toList();
        return new FolderChanges<>(view(second, changed), removed);
    }

    private static boolean isIn(Folder folder, Copy copy, long second) {
        return copy.fate().isThere(second) && copy.fate().folder(second) == folder;
    }

    private List<Message> view(long second, Copy[] copies) {
        return new AbstractList<>() {
            @Override
            public Message get(int index) {
                return message(copies[index], second);
            }

            @Override
            public int size() {
                return copies.length;
            }
        };
    }

    private Message message(Copy copy, long second) {
        Fate fate = copy.fate();
        Folder folder = fate.folder(second);
        long lastModified = fate.lastModified(second);
        return new Message(
                ids.item(copy.key()),
                ids.conversation(copy.email().conversation()),
                folder,
                ids.folder(folder.name()),
                copy.email(),
                copy.isSent(),
                Instant.ofEpochSecond(copy.receivedSecond()),
                Instant.ofEpochSecond(lastModified),
                fate.isRead(second),
                Chance.mix(copy.key(), lastModified));
    }
}
