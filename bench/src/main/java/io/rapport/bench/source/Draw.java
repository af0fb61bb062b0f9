package io.rapport.bench.source;

/** Numbers that look drawn, and are the same in every run: each is worked out of what it belongs to. */
final class Draw {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private Draw() {}

    /** 64 bits for the purpose {@code of} of the thing {@code number}. */
    static long bits(long number, int of) {
        long mixed = (number + 1) * STEP + of * 0xC2B2AE3D27D4EB4FL;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** From 0 to below 1. */
    static double share(long number, int of) {
        return (bits(number, of) >>> 11) * UNIT;
    }

    /** From 0 to below {@code count}, each as often as any other. */
    static int even(long number, int of, int count) {
        return (int) (share(number, of) * count);
    }

    /** From 0 to below {@code count}, small ones more often: a few people write most of the mail. */
    static int uneven(long number, int of, int count) {
        double share = share(number, of);
        return (int) (share * Math.sqrt(share) * count);
    }
}
