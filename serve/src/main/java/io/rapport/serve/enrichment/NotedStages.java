package io.rapport.serve.enrichment;

import io.rapport.model.run.RunStage;
import io.rapport.model.run.RunStages;
import io.rapport.serve.run.RunTasks;
import java.util.List;

/** Notes the stages of one run, so that people can follow it. */
final class NotedStages implements RunStages {

    private static final List<RunStage> ORDER = List.of(RunStage.values());

    private final String run;
    private final RunTasks tasks;

    NotedStages(String run, RunTasks tasks) {
        this.run = run;
        this.tasks = tasks;
    }

    @Override
    public void began(RunStage stage) {
        tasks.begin(run, ORDER.indexOf(stage), stage.words());
    }

    @Override
    public void ended(RunStage stage, long rows) {
        tasks.end(run, ORDER.indexOf(stage), rows);
    }
}
