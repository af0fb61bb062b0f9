package io.rapport.model.run;

import java.util.Arrays;
import java.util.Optional;

/** The parts of a run, in their order, as people follow it. */
public enum RunStage {
    INPUTS("Read the customers", "", "customer_contact"),
    DIRECTORY("Read the directory", "directory_user", "directory_user"),
    PEOPLE("Find the selected people", "selection_verdict", "listed_person"),
    CONTACTS("Match the customers' contacts", "account", "account_contact"),
    EMAILS("Count the emails", "email_outline", "account_email"),
    MEETINGS("Count the meetings", "meeting_outline", "account_meeting"),
    PERIODS("Sum up by customer and period", "account_day", "account_period"),
    SCORES("Score the customers", "snapshot_presence", "engagement_score"),
    TABLES("Write the tables", "", "account_engagement");

    private final String words;
    private final String firstModel;
    private final String counted;

    RunStage(String words, String firstModel, String counted) {
        this.words = words;
        this.firstModel = firstModel;
        this.counted = counted;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** The relation whose rows tell how much there was. */
    String counted() {
        return counted;
    }

    /** The stage that begins with this model. */
    static Optional<RunStage> findBeginning(String model) {
        return Arrays.stream(values())
                .filter(stage -> stage.firstModel.equals(model))
                .findFirst();
    }
}
