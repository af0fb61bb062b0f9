package io.rapport.simulator.mailbox;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.mail.Conversation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * The ids of one mailbox's things, as long and as made as Exchange's: base64url of a header, the mailbox's GUID as text,
 * and what is the thing's own. Immutable.
 */
final class ItemIds {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder();
    private static final byte[] ITEM = {0, 3, 36, 0};
    private static final byte[] CONVERSATION = {0, 4, 36, 0};
    private static final int ITEM_HEAD = 99;
    private static final int FOLDER_HEAD = 75;
    private static final int OWN = 15;
    private static final char[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray();

    private final long key;
    private final String itemHead;
    private final String folderHead;
    private final String conversationHead;

    ItemIds(String mailboxGuid, long key) {
        this.key = key;
        this.itemHead = head(ITEM, mailboxGuid, ITEM_HEAD);
        this.folderHead = head(ITEM, mailboxGuid, FOLDER_HEAD);
        ByteBuffer bytes = ByteBuffer.allocate(42).put(CONVERSATION);
        this.conversationHead = BASE64.encodeToString(
                bytes.put(ascii(mailboxGuid)).put((byte) 0).put((byte) 16).array());
    }

    /** 152 characters, immutable: the same in whatever folder the item lies. */
    String item(long itemKey) {
        return own(itemHead, itemKey);
    }

    /** 120 characters. */
    String folder(String name) {
        return own(folderHead, Chance.key(key, name));
    }

    /** 32 hexadecimal digits, for what is no item. */
    String signal(long signalKey) {
        return String.format(Locale.ROOT, "%016x%016x", Chance.mix(key, signalKey, 3), Chance.mix(key, signalKey, 4));
    }

    /** 59 bytes: the header, the GUID, 00 10 00, and the 16 bytes that all mailboxes share. */
    String conversation(Conversation conversation) {
        char[] text = new char[24];
        // The head ends before the separator's last byte, 00, which begins the first group of three.
        long high = conversation.high();
        long low = conversation.low();
        group(text, 0, (int) (high >>> 48) & 0xFFFF);
        group(text, 4, (int) (high >>> 24) & 0xFFFFFF);
        group(text, 8, (int) high & 0xFFFFFF);
        group(text, 12, (int) (low >>> 40) & 0xFFFFFF);
        group(text, 16, (int) (low >>> 16) & 0xFFFFFF);
        group(text, 20, (int) (low & 0xFFFF) << 8);
        text[23] = '=';
        return conversationHead + new String(text);
    }

    private String own(String head, long itemKey) {
        char[] text = new char[OWN * 4 / 3];
        long first = Chance.mix(key, itemKey, 1);
        long second = Chance.mix(key, itemKey, 2);
        group(text, 0, (int) (first >>> 40) & 0xFFFFFF);
        group(text, 4, (int) (first >>> 16) & 0xFFFFFF);
        group(text, 8, ((int) (first & 0xFFFF) << 8) | (int) (second >>> 56));
        group(text, 12, (int) (second >>> 32) & 0xFFFFFF);
        group(text, 16, (int) (second >>> 8) & 0xFFFFFF);
        return head + new String(text);
    }

    private static void group(char[] text, int at, int threeBytes) {
        text[at] = ALPHABET[threeBytes >>> 18];
        text[at + 1] = ALPHABET[(threeBytes >>> 12) & 63];
        text[at + 2] = ALPHABET[(threeBytes >>> 6) & 63];
        text[at + 3] = ALPHABET[threeBytes & 63];
    }

    private String head(byte[] type, String guid, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length).put(type).put(ascii(guid));
        bytes.put((byte) 0).put((byte) 70).putInt(0);
        for (int i = 0; bytes.hasRemaining(); i++) {
            bytes.put((byte) Chance.below(Chance.mix(key, length, i), 256));
        }
        return BASE64.encodeToString(bytes.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
