package io.rapport.lake.privacy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A 64-bit hash of a row's key, from its written form. Finds what may be equal; never proves it. */
final class KeyHash {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long PRIME = 0xC2B2AE3D27D4EB4FL;

    private KeyHash() {}

    static long of(byte[] bytes, int from, int to) {
        long hash = SEED ^ (to - from);
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mix(hash ^ (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = (rest << Byte.SIZE) | (bytes[at] & 0xFF);
        }
        return mix(hash ^ rest);
    }

    static long combine(long[] parts) {
        long hash = SEED;
        for (long part : parts) {
            hash = mix(hash ^ part);
        }
        return hash;
    }

    private static long mix(long value) {
        long mixed = value * PRIME;
        mixed = (mixed ^ (mixed >>> 32)) * SEED;
        return mixed ^ (mixed >>> 29);
    }
}
