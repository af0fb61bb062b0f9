package io.rapport.lake.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a Parquet file without rows whose one column is a group within a group within a group, as no writer of Parquet
 * would: its footer byte by byte, in Thrift's compact protocol (parquet-format, {@code parquet.thrift}, read 2026-11-21).
 */
final class NestedSchema {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int LENGTH_FOLLOWS = 15;
    private static final int OPTIONAL = 1;
    private static final int BYTE_ARRAY = 6;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int field;

    private NestedSchema() {}

    /** @param depth number of groups below each other, at least 13: a shorter list is written in another way */
    static Path write(Path file, int depth) throws IOException {
        byte[] footer = new NestedSchema().footer(depth);
        return Files.write(
                file,
                ByteBuffer.allocate(2 * MAGIC.length + footer.length + Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(MAGIC)
                        .put(footer)
                        .putInt(footer.length)
                        .put(MAGIC)
                        .array());
    }

    private byte[] footer(int depth) {
        number(1, I32, 1);
        header(2, LIST);
        out.write((LENGTH_FOLLOWS << 4) | STRUCT);
        unsigned(depth + 2);
        field = 0;
        for (int group = 0; group <= depth; group++) {
            name(group == 0 ? "root" : "a");
            number(5, I32, 1);
            stop();
        }
        number(1, I32, BYTE_ARRAY);
        name("leaf");
        stop();
        field = 2;
        number(3, I64, 0);
        header(4, LIST);
        out.write(STRUCT);
        stop();
        return out.toByteArray();
    }

    private void name(String name) {
        number(3, I32, OPTIONAL);
        header(4, BINARY);
        unsigned(name.length());
        out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    }

    private void number(int id, int type, int value) {
        header(id, type);
        unsigned(value << 1);
    }

    private void header(int id, int type) {
        out.write(((id - field) << 4) | type);
        field = id;
    }

    private void stop() {
        out.write(0);
        field = 0;
    }

    private void unsigned(int value) {
        int rest = value;
        for (; rest > 0x7F; rest >>>= 7) {
            out.write((rest & 0x7F) | 0x80);
        }
        out.write(rest);
    }
}
