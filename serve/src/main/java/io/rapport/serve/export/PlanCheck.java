package io.rapport.serve.export;

import io.rapport.core.error.RapportException;
import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.serve.home.Home;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds all that is wrong with a plan at once. */
public final class PlanCheck {

    /** Names of the fields. */
    public static final String FOLDER = "folder";

    public static final String FORMAT = "format";
    public static final String LOCATION = "location";

    private PlanCheck() {}

    /** Sentences by field; none where it can be kept. */
    public static Map<String, String> problems(String folder, String format, String location, Home home) {
        Map<String, String> problems = new LinkedHashMap<>();
        look(problems, FOLDER, () -> ExportFolder.require(ExportFolder.parse(folder), home));
        if (ExportFormat.find(format).isEmpty()) {
            problems.put(FORMAT, "The format is csv, parquet, jsonl or cdm.");
        }
        look(problems, LOCATION, () -> ExportPlan.requireLocation(location));
        return problems;
    }

    private static void look(Map<String, String> problems, String field, Runnable check) {
        try {
            check.run();
        } catch (RapportException wrong) {
            problems.put(field, wrong.text());
        }
    }
}
