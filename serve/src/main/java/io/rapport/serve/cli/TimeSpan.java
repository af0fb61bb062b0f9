package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people type it: {@code 90s}, {@code 5m}, {@code 1h}. */
final class TimeSpan {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(s|m|h)");

    private TimeSpan() {}

    /**
     * @param option whose value it is, for the message
     * @throws RapportException {@link CliError#WRONG_ARGUMENT}
     */
    static Duration parse(String option, String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        long number = form.matches() ? Long.parseLong(form.group(1)) : 0;
        if (number == 0) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    option + " is \"" + text + "\"; it is a number above 0 and s, m or h, for example 90s.");
        }
        return switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
