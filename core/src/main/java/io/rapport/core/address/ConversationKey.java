package io.rapport.core.address;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What of a conversation id is the same in every mailbox. Exchange's {@code conversationId} is base64url of 59 bytes:
 * {@code 00 04 24 00}, the mailbox's GUID as text, a separator, and 16 bytes that all mailboxes share; only these count.
 * Any other form counts as it stands. (Decoded from Microsoft's published samples, November 2026.)
 */
public final class ConversationKey {

    private static final int BYTES = 59;
    private static final int SHARED = 16;

    private ConversationKey() {}

    /** The shared part in hexadecimal, or the id as it stands, stripped; null where there is none. */
    public static @Nullable String of(@Nullable String conversationId) {
        if (conversationId == null) {
            return null;
        }
        String id = conversationId.strip();
        if (id.isEmpty()) {
            return null;
        }
        byte[] bytes = exchangeBytes(id);
        return bytes == null ? id : HexFormat.of().formatHex(bytes, BYTES - SHARED, BYTES);
    }

    private static byte @Nullable [] exchangeBytes(String id) {
        // 59 bytes are 79 characters, padded or not; 00 04 24 begins with "AAQk".
        if (id.length() < 79 || id.length() > 80 || !id.startsWith("AAQk")) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(id);
            return bytes.length == BYTES && bytes[3] == 0 ? bytes : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
