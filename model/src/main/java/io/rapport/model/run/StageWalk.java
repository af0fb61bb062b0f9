package io.rapport.model.run;

import io.rapport.model.engine.Session;
import org.jspecify.annotations.Nullable;

/** Goes from stage to stage of one run and tells whoever follows. */
final class StageWalk {

    private final Session session;
    private final @Nullable RunStages stages;
    private @Nullable RunStage current;

    StageWalk(Session session, @Nullable RunStages stages) {
        this.session = session;
        this.stages = stages;
    }

    /** Ends the stage before. */
    void begin(RunStage stage) {
        end();
        current = stage;
        if (stages != null) {
            stages.began(stage);
        }
    }

    void end() {
        RunStage ending = current;
        if (stages != null && ending != null) {
            Object rows = session.rows("select count(*) from " + ending.counted())
                    .get(0)
                    .get(0);
            stages.ended(ending, rows instanceof Number number ? number.longValue() : 0);
        }
        current = null;
    }
}
