package io.rapport.simulator.control;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * When a fault happens: to the n-th request that fits, and to some after it.
 *
 * @param fault what happens
 * @param method empty for any
 * @param path of the address, with {@code *} for one part and {@code **} for any number; empty for any
 * @param mailbox id or address of the person whose mailbox is asked; empty for any request
 * @param from the first of the fitting requests to suffer; 1 is the very first
 * @param times how many of them suffer in a row
 */
public record FaultRule(Fault fault, String method, String path, String mailbox, int from, int times) {

    public FaultRule {
        if (from < 1 || times < 1) {
            throw new IllegalArgumentException("A fault begins at request 1 or later and happens once or more.");
        }
        method = method.toUpperCase(Locale.ROOT);
        mailbox = mailbox.toLowerCase(Locale.ROOT);
    }

    /** Happens to every request, until it is narrowed. */
    public static FaultRule of(Fault fault) {
        return new FaultRule(fault, "", "", "", 1, Integer.MAX_VALUE);
    }

    /** Only to paths like this one, for example {@code /v1.0/users/*}{@code /mailFolders/*}{@code /messages/delta}. */
    public FaultRule path(String pattern) {
        return new FaultRule(fault, method, pattern, mailbox, from, times);
    }

    public FaultRule method(String name) {
        return new FaultRule(fault, name, path, mailbox, from, times);
    }

    public FaultRule mailbox(String idOrAddress) {
        return new FaultRule(fault, method, path, idOrAddress, from, times);
    }

    /** Only from the n-th fitting request on. */
    public FaultRule from(int nth) {
        return new FaultRule(fault, method, path, mailbox, nth, times);
    }

    public FaultRule times(int count) {
        return new FaultRule(fault, method, path, mailbox, from, count);
    }

    /** The path's pattern, as one that can be matched. */
    Pattern pathPattern() {
        if (path.isEmpty()) {
            return Pattern.compile(".*", Pattern.DOTALL);
        }
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            if (path.startsWith("**", i)) {
                expression.append(".*");
                i++;
            } else if (path.charAt(i) == '*') {
                expression.append("[^/]*");
            } else {
                expression.append(Pattern.quote(path.substring(i, i + 1)));
            }
        }
        return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
