package io.rapport.bench.measure;

import io.rapport.bench.source.MailSource;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.report.Collaboration;
import io.rapport.model.report.CollaborationReport;
import io.rapport.model.report.CollaborationRequest;
import io.rapport.model.report.DepartmentMemory;
import io.rapport.model.run.RunFolder;
import java.nio.file.Path;
import java.time.ZoneId;

/** The report on collaboration over a home, stage by stage. */
public final class CollaborationMeasurement {

    private CollaborationMeasurement() {}

    /** @param work an empty folder for the report's files; the caller removes it */
    public static Figures run(MailSource source, Place place, Path work) {
        Figures figures = new Figures();
        MeasuredEngine measured = new MeasuredEngine(new DuckDbEngine(place.engine(1)), figures, Effort::start);
        CollaborationRequest request = new CollaborationRequest(
                null,
                null,
                source.lastDay().plusDays(1),
                ZoneId.of("Europe/Zurich"),
                CollaborationRequest.USUAL_MINIMUM);
        try (RunFolder inputs = RunFolder.create(work.resolve("report"))) {
            Collaboration report = new CollaborationReport(measured, DepartmentMemory.NONE)
                    .run(request, EnrichMeasurement.snapshot(place), inputs.path());
            Long people = report.people();
            return figures.put("people", people == null ? 0 : people)
                    .put("groups", report.groups().size())
                    .put("weeks", report.weeks().size());
        }
    }
}
