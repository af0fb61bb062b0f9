package io.rapport.serve.home;

import io.rapport.core.error.RapportException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much memory the whole process may take: Java's heap, the engine, and a reserve for everything else.
 *
 * @param bytes at least {@link #LEAST}
 */
public record Memory(long bytes) {

    private static final long MEGABYTE = 1_000_000;

    /** 768 MB: below it the engine has too little left to sort a month of mail. */
    public static final long LEAST = 768 * MEGABYTE;

    private static final long MOST_BY_DEFAULT = 3_000 * MEGABYTE;
    private static final double SHARE_BY_DEFAULT = 0.6;

    /** Class data, compiled code, thread stacks and the engine's own unmanaged buffers, which grow with the others. */
    private static final long LEAST_RESERVE = 128 * MEGABYTE;

    private static final int SHARE_OF_RESERVE = 18;

    /** 64 MiB, without which an engine refuses to start. */
    public static final long LEAST_ENGINE_SHARE = 64L << 20;

    /** Class data, compiled code, buffers and stacks of Spark's process, and all of the process that waits for it. */
    private static final long BESIDE_SPARK = 800 * MEGABYTE;

    /** Below it Spark refuses to start, or has nothing left for rows. */
    private static final long LEAST_SPARK_HEAP = 800 * MEGABYTE;

    private static final Pattern SIZE =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?) ?(MB|GB|MiB|GiB)", Pattern.CASE_INSENSITIVE);

    public Memory {
        if (bytes < LEAST) {
            throw new RapportException(
                    HomeError.BAD_MEMORY,
                    bytes / MEGABYTE + " MB of memory are too little; the least is " + LEAST / MEGABYTE
                            + " MB. Say for example --memory 1GB.");
        }
    }

    /**
     * Reads a size such as {@code 768MB}, {@code 1GB} or {@code 1.5GiB}, in any case.
     *
     * @throws RapportException {@link HomeError#BAD_MEMORY}
     */
    public static Memory parse(String text) {
        Matcher size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            throw new RapportException(
                    HomeError.BAD_MEMORY,
                    "\"" + text + "\" is no size; a size is a number and MB, GB, MiB or GiB, for example 1.5GB.");
        }
        long unit = switch (size.group(2).toLowerCase(Locale.ROOT)) {
            case "mb" -> MEGABYTE;
            case "gb" -> 1_000 * MEGABYTE;
            case "mib" -> 1L << 20;
            default -> 1L << 30;
        };
        return new Memory(
                new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(unit)).longValue());
    }

    /** What is taken where nobody says anything: 3 GB, or 60 % of a machine that has less than 5 GB. */
    public static Memory ofMachine(long machineBytes) {
        return new Memory(Math.min(MOST_BY_DEFAULT, (long) (machineBytes * SHARE_BY_DEFAULT)));
    }

    /**
     * The heap of a Spark process, in bytes: the rest is what Java takes beside its heap there, and Rapport's own process,
     * which only waits.
     *
     * @throws RapportException {@link HomeError#BAD_MEMORY} where nothing useful is left
     */
    public long sparkHeap() {
        long heap = bytes - BESIDE_SPARK;
        if (heap < LEAST_SPARK_HEAP) {
            throw new RapportException(
                    HomeError.BAD_MEMORY,
                    bytes / MEGABYTE + " MB of memory are too little for Spark; the least is "
                            + (BESIDE_SPARK + LEAST_SPARK_HEAP) / MEGABYTE + " MB. Give more with --memory.");
        }
        return heap;
    }

    /**
     * What the engine may take beside a heap of this size, in bytes.
     *
     * @throws RapportException {@link HomeError#BAD_MEMORY} where nothing useful is left
     */
    public long engineShare(long heapBytes) {
        long share = bytes - heapBytes - Math.max(LEAST_RESERVE, bytes / SHARE_OF_RESERVE);
        if (share < LEAST_ENGINE_SHARE) {
            throw new RapportException(
                    HomeError.BAD_MEMORY,
                    bytes / MEGABYTE + " MB of memory leave the engine " + Math.max(0, share) / MEGABYTE
                            + " MB beside a Java heap of " + heapBytes / MEGABYTE
                            + " MB; it needs 68 MB. Give more with --memory.");
        }
        return share;
    }
}
