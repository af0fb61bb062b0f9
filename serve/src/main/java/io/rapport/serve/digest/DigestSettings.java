package io.rapport.serve.digest;

import io.rapport.core.error.RapportException;
import io.rapport.serve.setting.Settings;

/** What an administrator chose for digests. Thread-safe. */
public final class DigestSettings {

    private static final String POINTS = "digest-move-points";
    private static final int USUAL_POINTS = 5;
    private static final int MOST_POINTS = 100;

    private final Settings settings;

    public DigestSettings(Settings settings) {
        this.settings = settings;
    }

    /** By how many points a score of the year has to move for a big move; 5 unless somebody chose. */
    public int movePoints() {
        return settings.find(POINTS).map(Integer::parseInt).orElse(USUAL_POINTS);
    }

    /** @throws RapportException {@link DigestError#DIGEST_SETTING} */
    public void setMovePoints(String typed) {
        if (!typed.matches("[0-9]{1,3}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > MOST_POINTS) {
            throw new RapportException(
                    DigestError.DIGEST_SETTING,
                    "A big move is a whole number of points from 1 to " + MOST_POINTS + ".");
        }
        settings.set(POINTS, Integer.toString(Integer.parseInt(typed)));
    }
}
