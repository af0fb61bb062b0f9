package io.rapport.model.run;

/** Follows a run from stage to stage. */
public interface RunStages {

    void began(RunStage stage);

    /** @param rows how many the stage came to */
    void ended(RunStage stage, long rows);
}
