package io.rapport.connect.row;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Keys that a listing named, as hashes of 64 bits: a million take 16 MB. Of a million keys two share a hash once in forty
 * million listings; the one that went then goes with the next listing.
 */
public final class SeenKeys {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private long[] slots = new long[1 << 10];
    private int count;

    public void add(List<String> key) {
        if (count * 2 >= slots.length) {
            long[] before = slots;
            slots = new long[before.length * 2];
            count = 0;
            Arrays.stream(before).filter(hash -> hash != 0).forEach(this::put);
        }
        put(hash(key));
    }

    public boolean contains(List<String> key) {
        long hash = hash(key);
        int at = slot(hash);
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return true;
            }
            at = (at + 1) & (slots.length - 1);
        }
        return false;
    }

    /** How many there are. */
    public int size() {
        return count;
    }

    private void put(long hash) {
        int at = slot(hash);
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = hash;
        count++;
    }

    private int slot(long hash) {
        return (int) (hash >>> 17) & (slots.length - 1);
    }

    /** FNV-1a over eight bytes at a time, each mixed once more; never 0, which marks a free slot. */
    private static long hash(List<String> key) {
        long hash = 0xcbf29ce484222325L;
        for (String part : key) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            int whole = bytes.length & -Long.BYTES;
            for (int i = 0; i < whole; i += Long.BYTES) {
                hash = mixed(hash ^ (long) EIGHT_BYTES.get(bytes, i));
            }
            for (int i = whole; i < bytes.length; i++) {
                hash = (hash ^ bytes[i]) * 0x100000001b3L;
            }
            hash = mixed(hash ^ bytes.length);
        }
        return hash == 0 ? 1 : hash;
    }

    private static long mixed(long hash) {
        long mixed = hash * 0xd6e8feb86659fd93L;
        return mixed ^ (mixed >>> 32);
    }
}
