package io.rapport.lake.landing;

import java.util.Arrays;

/** The hashes of the keys of one chunk: 64 bits each, no objects. */
final class KeyHashes {

    private static final int FIRST_SIZE = 1 << 10;

    private long[] slots = new long[FIRST_SIZE];
    private int count;

    /** False where the hash was there already: then the key may repeat. */
    boolean add(long hash) {
        long value = hash == 0 ? 1 : hash;
        if (count * 2 >= slots.length) {
            grow();
        }
        if (!put(slots, value)) {
            return false;
        }
        count++;
        return true;
    }

    void clear() {
        Arrays.fill(slots, 0);
        count = 0;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long value : slots) {
            if (value != 0) {
                put(larger, value);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long value) {
        int mask = slots.length - 1;
        for (int i = (int) value & mask; ; i = i + 1 & mask) {
            if (slots[i] == value) {
                return false;
            }
            if (slots[i] == 0) {
                slots[i] = value;
                return true;
            }
        }
    }
}
