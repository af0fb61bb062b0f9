package io.rapport.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationKeyTest {

    private static final byte[] SHARED = {-7, 15, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 127};
    private static final String KEY = "f90f0102030405060708090a0b0c0d7f";
    private static final String GUID = "6414b032-f2cd-4cfb-916f-a41d995d1677";

    @Test
    void is_the_same_in_every_mailbox() {
        assertThat(ConversationKey.of(id(GUID, SHARED))).isEqualTo(KEY);
        assertThat(ConversationKey.of(id("00000000-0000-0000-0000-000000000000", SHARED)))
                .isEqualTo(KEY);
    }

    @Test
    void reads_the_id_with_padding_without_it_and_with_blanks_around() {
        String padded = id(GUID, SHARED);
        assertThat(padded).hasSize(80).startsWith("AAQk").endsWith("=");
        assertThat(ConversationKey.of(padded.substring(0, 79))).isEqualTo(KEY);
        assertThat(ConversationKey.of(" " + padded + "\n")).isEqualTo(KEY);
    }

    @Test
    void tells_conversations_apart() {
        byte[] other = SHARED.clone();
        other[15]++;
        assertThat(ConversationKey.of(id(GUID, other))).isNotEqualTo(KEY);
    }

    @Test
    void any_other_form_counts_as_it_stands() {
        byte[] fourthByte = bytes(GUID, SHARED);
        fourthByte[3] = 1;
        byte[] longer = Arrays.copyOf(bytes(GUID, SHARED), 60);
        for (byte[] other : new byte[][] {fourthByte, longer}) {
            String id = Base64.getUrlEncoder().encodeToString(other);
            assertThat(ConversationKey.of(id)).isEqualTo(id);
        }
        String noBase64 = id(GUID, SHARED).replace('k', '!');
        assertThat(ConversationKey.of(noBase64)).isEqualTo(noBase64);
        String spoilt =
                id(GUID, SHARED).substring(0, 40) + "!" + id(GUID, SHARED).substring(41);
        assertThat(ConversationKey.of(spoilt)).isEqualTo(spoilt);
        assertThat(ConversationKey.of(" a2f598d38f138f869832a5df ")).isEqualTo("a2f598d38f138f869832a5df");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void blank_is_none(String blank) {
        assertThat(ConversationKey.of(blank)).isNull();
        assertThat(ConversationKey.of(null)).isNull();
    }

    private static String id(String guid, byte[] shared) {
        return Base64.getUrlEncoder().encodeToString(bytes(guid, shared));
    }

    /** As Exchange makes them: 00 04 24 00, the mailbox's GUID as text, 00 10 00, and what is shared. */
    private static byte[] bytes(String guid, byte[] shared) {
        byte[] bytes = new byte[59];
        bytes[1] = 4;
        bytes[2] = 0x24;
        System.arraycopy(guid.getBytes(StandardCharsets.US_ASCII), 0, bytes, 4, 36);
        bytes[41] = 0x10;
        System.arraycopy(shared, 0, bytes, 43, 16);
        return bytes;
    }
}
