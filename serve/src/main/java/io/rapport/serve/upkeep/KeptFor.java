package io.rapport.serve.upkeep;

import io.rapport.core.error.RapportException;
import io.rapport.lake.manifest.KeptMonths;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How long rows are kept: a month leaves as a whole, once its end lies before now minus this many months. Months are those
 * of UTC, as everywhere in the lake.
 *
 * @param months from 1 to 240, or 0: everything is kept
 */
public record KeptFor(int months) {

    /** A year and the month that is not over yet. */
    public static final KeptFor USUAL = new KeptFor(13);

    private static final int MOST = 240;

    /** @throws RapportException {@link UpkeepError#RETENTION_SETTING} */
    public KeptFor {
        if (months < 0 || months > MOST) {
            throw wrong(Integer.toString(months));
        }
    }

    /** @throws RapportException {@link UpkeepError#RETENTION_SETTING} */
    public static KeptFor parse(String typed) {
        String text = typed.strip();
        if (!text.matches("[0-9]{1,3}")) {
            throw wrong(text);
        }
        return new KeptFor(Integer.parseInt(text));
    }

    /** Empty where everything is kept. */
    public Optional<KeptMonths> at(Instant now) {
        return months == 0
                ? Optional.empty()
                : Optional.of(new KeptMonths(
                        YearMonth.from(now.atOffset(ZoneOffset.UTC).minusMonths(months))));
    }

    private static RapportException wrong(String typed) {
        return new RapportException(
                UpkeepError.RETENTION_SETTING,
                "Rows can't be kept for \"" + typed + "\" months. That is a whole number from 1 to " + MOST
                        + ", or 0 to keep everything.");
    }
}
