package io.rapport.simulator.mailbox;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.mail.Correspondences;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The mail of one mailbox up to an instant. Thread-safe, and always the same. It holds a few hundred bytes per message: keep it
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
    private final List<MailFolder> folders;
    private final Map<Folder, String> folderIds = new EnumMap<>(Folder.class);
    private volatile @Nullable Arrangement last;

    private Mailbox(Person owner, Instant until, ItemIds ids, Copy[] newestFirst, boolean hasOwnFolders) {
        this.owner = owner;
        this.until = until;
        this.ids = ids;
        this.newestFirst = newestFirst;
        this.folders = Arrays.stream(Folder.values())
                .filter(folder -> hasOwnFolders || !folder.isOwn())
                .map(folder -> new MailFolder(
                        folder,
                        ids.folder(folder.name()),
                        ids.folder(folder.findParent().map(Folder::name).orElse("root"))))
                .toList();
        for (Folder folder : Folder.values()) {
            folderIds.put(folder, ids.folder(folder.name()));
        }
    }

    /** What lay in which folder at a second, newest first. */
    private record Arrangement(long second, Map<Folder, List<Copy>> byFolder) {}

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

    /** How many messages it ever held. */
    public int size() {
        return newestFirst.length;
    }

    /** All folders, parents before their children. They are there from the beginning. */
    public List<MailFolder> folders() {
        return folders;
    }

    /** All messages, whatever the folder, newest first. */
    public List<Message> messages(Instant at) {
        long second = at.getEpochSecond();
        return view(
                second,
                Arrays.stream(newestFirst)
                        .filter(copy -> copy.fate().isThere(second))
                        .toList());
    }

    /** The messages of a folder, newest first. */
    public List<Message> messages(Folder folder, Instant at) {
        long second = at.getEpochSecond();
        return view(second, arranged(second).byFolder().getOrDefault(folder, List.of()));
    }

    /** Kept for the second that was asked for last, because one visit asks for folder after folder, page after page. */
    private Arrangement arranged(long second) {
        Arrangement known = last;
        if (known != null && known.second() == second) {
            return known;
        }
        Map<Folder, List<Copy>> byFolder = new EnumMap<>(Folder.class);
        for (Copy copy : newestFirst) {
            Fate fate = copy.fate();
            if (fate.isThere(second)) {
                byFolder.computeIfAbsent(fate.folder(second), any -> new ArrayList<>())
                        .add(copy);
            }
        }
        Arrangement arrangement = new Arrangement(second, byFolder);
        last = arrangement;
        return arrangement;
    }

    /** What has changed in a folder after one instant, up to and including another. */
    public FolderChanges<Message> changes(Folder folder, Instant since, Instant at) {
        long before = since.getEpochSecond();
        long second = at.getEpochSecond();
        List<Copy> changed = Arrays.stream(newestFirst)
                .filter(copy -> isIn(folder, copy, second)
                        && (!isIn(folder, copy, before) || copy.fate().lastModified(second) > before))
                .toList();
        List<String> removed = Arrays.stream(newestFirst)
                .filter(copy -> isIn(folder, copy, before) && !isIn(folder, copy, second))
                .map(copy -> ids.item(copy.key()))
                .toList();
        return new FolderChanges<>(view(second, changed), removed);
    }

    private static boolean isIn(Folder folder, Copy copy, long second) {
        return copy.fate().isThere(second) && copy.fate().folder(second) == folder;
    }

    private List<Message> view(long second, List<Copy> copies) {
        return new AbstractList<>() {
            @Override
            public Message get(int index) {
                return message(copies.get(index), second);
            }

            @Override
            public int size() {
                return copies.size();
            }
        };
    }

    private String folderId(Folder folder) {
        return Objects.requireNonNull(folderIds.get(folder));
    }

    private Message message(Copy copy, long second) {
        Fate fate = copy.fate();
        Folder folder = fate.folder(second);
        long lastModified = fate.lastModified(second);
        return new Message(
                ids.item(copy.key()),
                ids.conversation(copy.email().conversation()),
                folder,
                folderId(folder),
                copy.email(),
                copy.isSent(),
                Instant.ofEpochSecond(copy.receivedSecond()),
                Instant.ofEpochSecond(lastModified),
                fate.isRead(second),
                Chance.mix(copy.key(), lastModified));
    }
}
