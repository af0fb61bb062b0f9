package io.rapport.simulator.mailbox;

import java.util.Optional;

/**
 * A folder of one mailbox.
 *
 * @param folder which
 * @param id within the mailbox
 * @param parentId of the folder that holds it; of the mailbox's root where it is at the top
 */
public record MailFolder(Folder folder, String id, String parentId) {

    public String displayName() {
        return folder.displayName();
    }

    public Optional<String> findWellKnownName() {
        return folder.findWellKnownName();
    }
}
