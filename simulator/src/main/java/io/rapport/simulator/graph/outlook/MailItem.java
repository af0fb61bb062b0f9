package io.rapport.simulator.graph.outlook;

import io.rapport.simulator.mailbox.Message;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * A message as it is written.
 *
 * @param message what
 * @param isImmutableId whether its immutable id is wanted
 */
record MailItem(Message message, boolean isImmutableId) {

    String id() {
        return isImmutableId ? message.id() : ItemId.mutable(message.id(), message.folderId());
    }

    boolean isCalled(String id) {
        return id.equals(message.id()) || id.equals(ItemId.mutable(message.id(), message.folderId()));
    }

    String changeKey() {
        byte[] key = ByteBuffer.allocate(16)
                .putLong(message.version())
                .putLong(message.email().key())
                .array();
        return Base64.getEncoder().encodeToString(key);
    }

    /** One byte, five of time, the sixteen that all copies of the conversation share, and five for each reply. */
    String conversationIndex() {
        int replies = Math.min(50, message.email().place());
        ByteBuffer index = ByteBuffer.allocate(22 + 5 * replies);
        index.put((byte) 1);
        index.put(
                ByteBuffer.allocate(8)
                        .putLong(message.email().sentSecond() << 24)
                        .array(),
                0,
                5);
        index.putLong(message.email().conversation().high());
        index.putLong(message.email().conversation().low());
        return Base64.getUrlEncoder().encodeToString(index.array());
    }
}
