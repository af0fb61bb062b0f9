package io.rapport.serve.cli;

import java.util.Locale;

/** Numbers and sizes as people read them. */
final class Words {

    private Words() {}

    /** With thousands separated. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** In the decimal unit that leaves one to three digits before the point. */
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        String unit = "";
        for (String next : new String[] {"kB", "MB", "GB", "TB"}) {
            unit = next;
            value /= 1000;
            if (value < 999.5) {
                break;
            }
        }
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f %s" : "%.0f %s", value, unit);
    }

    /** {@code 1 file}, {@code 2 files}, {@code 2 mailboxes}. */
    static String many(long number, String noun) {
        String ending = noun.endsWith("x") ? "es" : "s";
        return count(number) + " " + noun + (number == 1 ? "" : ending);
    }

    /** {@code 1 person}, {@code 2 people}. */
    static String many(long number, String one, String more) {
        return count(number) + " " + (number == 1 ? one : more);
    }
}
