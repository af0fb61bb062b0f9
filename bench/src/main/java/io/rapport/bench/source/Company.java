package io.rapport.bench.source;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * Who writes to whom: 3,000 colleagues, of whom 2,500 are listed, 5,000 accounts with 60,000 contacts, and outsiders who
 * are nobody's. A small company would hide what grows with the number of people.
 */
final class Company {

    static final int COLLEAGUES = 3_000;
    static final int LISTED = 2_500;
    static final int ACCOUNTS = 5_000;
    static final int CONTACTS = 60_000;
    static final int OUTSIDERS = 40_000;

    private final byte[][] ids = texts(COLLEAGUES, Company::objectId);
    private final byte[][] colleagues = texts(COLLEAGUES, Company::colleague);
    private final byte[][] contacts = texts(CONTACTS, Company::contact);
    private final byte[][] outsiders =
            texts(OUTSIDERS, i -> "news" + i + "@letters" + i % 4_000 + "." + (i % 3 == 0 ? "org" : "example"));

    /** A person by number: colleagues first, then contacts, then outsiders. */
    byte[] address(int person) {
        if (person < COLLEAGUES) {
            return colleagues[person];
        }
        int other = person - COLLEAGUES;
        return other < CONTACTS ? contacts[other] : outsiders[other - CONTACTS];
    }

    /** The object id of a colleague. */
    byte[] id(long colleague) {
        return ids[(int) colleague];
    }

    static boolean isColleague(int person) {
        return person < COLLEAGUES;
    }

    static int contactNumber(int contact) {
        return COLLEAGUES + contact;
    }

    static int outsiderNumber(int outsider) {
        return COLLEAGUES + CONTACTS + outsider;
    }

    static String colleague(int number) {
        return "person." + number + "@contoso.com";
    }

    /** Contacts of an account have their domain in common. */
    static String contact(int number) {
        return "contact." + number + "@account" + number % ACCOUNTS + ".example";
    }

    static String objectId(int colleague) {
        long bits = Draw.bits(colleague, 90);
        return String.format("%08x-%04x-4000-8000-%012x", bits >>> 32, (bits >>> 16) & 0xffff, colleague);
    }

    private static byte[][] texts(int count, java.util.function.IntFunction<String> text) {
        return IntStream.range(0, count)
                .mapToObj(i -> text.apply(i).getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }
}
