package io.rapport.model.input;

import java.util.Arrays;

/**
 * A set of texts, known by 64 bits of each: 16 to 32 bytes a text, whatever its length. In one set of some thirty million
 * with a million texts each, two of them are taken for one. Not thread-safe.
 */
final class Fingerprints {

    private long[] slots = new long[1 << 10];
    private int size;

    /** Whether it was not there before. */
    boolean add(String text) {
        if (2 * size >= slots.length) {
            grow();
        }
        if (put(fingerprint(text))) {
            size++;
            return true;
        }
        return false;
    }

    boolean contains(String text) {
        long wanted = fingerprint(text);
        int mask = slots.length - 1;
        for (int i = (int) wanted & mask; slots[i] != 0; i = (i + 1) & mask) {
            if (slots[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return size;
    }

    private boolean put(long print) {
        int mask = slots.length - 1;
        int i = (int) print & mask;
        while (slots[i] != 0) {
            if (slots[i] == print) {
                return false;
            }
            i = (i + 1) & mask;
        }
        slots[i] = print;
        return true;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        Arrays.stream(before).filter(print -> print != 0).forEach(this::put);
    }

    /** FNV-1a over the characters, mixed as SplitMix64 does; never 0, which is an empty slot. */
    private static long fingerprint(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }
}
