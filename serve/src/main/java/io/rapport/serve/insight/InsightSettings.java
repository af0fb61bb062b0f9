package io.rapport.serve.insight;

import io.rapport.core.error.RapportException;
import io.rapport.model.report.CollaborationRequest;
import io.rapport.serve.setting.Settings;

/** What an administrator chose for insights about people. Thread-safe. */
public final class InsightSettings {

    private static final String MINIMUM = "minimum-group-size";

    private final Settings settings;

    public InsightSettings(Settings settings) {
        this.settings = settings;
    }

    /** The fewest people behind a number that is shown; from 3 to 100, 5 unless somebody chose. */
    public int minimumPeople() {
        return settings.find(MINIMUM).map(Integer::parseInt).orElse(CollaborationRequest.USUAL_MINIMUM);
    }

    /** @throws RapportException {@link InsightError#INSIGHT_SETTING} */
    public void setMinimumPeople(String typed) {
        String text = typed.strip();
        if (!text.matches("[0-9]{1,3}") || !isPossible(Integer.parseInt(text))) {
            throw new RapportException(
                    InsightError.INSIGHT_SETTING,
                    "The minimum group size is a whole number of people from " + CollaborationRequest.LEAST_MINIMUM
                            + " to " + CollaborationRequest.GREATEST_MINIMUM + ".");
        }
        settings.set(MINIMUM, Integer.toString(Integer.parseInt(text)));
    }

    private static boolean isPossible(int people) {
        return people >= CollaborationRequest.LEAST_MINIMUM && people <= CollaborationRequest.GREATEST_MINIMUM;
    }
}
