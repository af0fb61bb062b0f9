package io.rapport.bench;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How many emails a company has.
 *
 * @param emails each counted once, at least 1,000
 */
record Size(long emails) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})([KM])");
    private static final int THOUSAND = 1_000;

    @Override
    public String toString() {
        return emails % (THOUSAND * THOUSAND) == 0 ? emails / THOUSAND / THOUSAND + "M" : emails / THOUSAND + "K";
    }

    /** Reads {@code 200K} or {@code 10M}. */
    static final class Converter implements ITypeConverter<Size> {
        @Override
        public Size convert(String text) {
            Matcher size = FORM.matcher(text.toUpperCase(Locale.ROOT));
            if (!size.matches() || size.group(1).equals("0")) {
                throw new TypeConversionException(
                        "'" + text + "' is no number of emails; say for example 200K, 1M, 10M or 50M.");
            }
            long unit = size.group(2).equals("K") ? THOUSAND : THOUSAND * THOUSAND;
            return new Size(Long.parseLong(size.group(1)) * unit);
        }
    }
}
