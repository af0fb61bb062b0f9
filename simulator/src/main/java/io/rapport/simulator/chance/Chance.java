package io.rapport.simulator.chance;

/**
 * Keys, and numbers made from keys. A key is a mix of the seed, a word that says what it is for, and indices; two keys
 * that differ in anything have nothing in common. The mixing is SplitMix64's finalizer (Steele, Lea and Flood, 2014).
 */
public final class Chance {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Chance() {}

    /** The key of a purpose under a seed. */
    public static long key(long seed, String purpose) {
        long key = scramble(seed + GOLDEN);
        for (int i = 0; i < purpose.length(); i++) {
            key = mix(key, purpose.charAt(i));
        }
        return key;
    }

    public static long mix(long key, long index) {
        return scramble(key ^ scramble(index + GOLDEN));
    }

    public static long mix(long key, long first, long second) {
        return mix(mix(key, first), second);
    }

    /** A number from 0 to {@code bound - 1}, made from a key's upper half. */
    public static int below(long key, int bound) {
        return (int) (((key >>> 32) * bound) >>> 32);
    }

    /** True for so many of a thousand keys. */
    public static boolean isWithin(long key, int perMille) {
        return below(key, 1000) < perMille;
    }

    static long scramble(long word) {
        long mixed = (word ^ (word >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
