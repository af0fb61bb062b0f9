package io.rapport.serve.cli;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.lake.Lake;
import io.rapport.lake.manifest.KeptMonths;
import io.rapport.lake.retention.Folded;
import io.rapport.serve.api.client.ServerApi;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.upkeep.KeptFor;
import io.rapport.serve.upkeep.Upkeep;
import io.rapport.serve.upkeep.Upkeep.FormerMonth;
import io.rapport.serve.upkeep.UpkeepSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes former months out of the lake. */
@Command(
        name = "retention",
        header = "Take rows of former months out of the lake.",
        sortOptions = false,
        description = {
            "A month leaves as a whole once its end lies before today minus the months that are kept. Datasets without a",
            "date stay, and so do tables of runs. From then on rows of former months don't land any more.",
            "A server does the same every night, with the months of its settings, and deletes tables of earlier runs then.",
            "Files of what left are deleted a day later, for those who are reading them."
        },
        footer = {"", "Examples:", "  rapport retention --dry-run", "  rapport retention --months 25"})
final class RetentionCommand implements Task, ServedTask {

    @Option(
            names = "--months",
            paramLabel = "N",
            description = "How many months are kept, this time; 0 keeps all. Default: the setting, 13 unless chosen.")
    private @Nullable String months;

    @Option(names = "--dry-run", description = "Say what would leave, and change nothing.")
    private boolean isDry;

    @Override
    public void run(Session session) {
        session.requireHomeInUse();
        KeptFor keptFor = months == null ? null : KeptFor.parse(months);
        try (Lake lake = session.openLake();
                ProgressView progress = session.progress()) {
            if (keptFor == null) {
                keptFor = new UpkeepSettings(new Settings(session.openState(), session.instants())).keptFor();
            }
            Optional<KeptMonths> kept = keptFor.at(session.instants().instant());
            Upkeep upkeep = new Upkeep(lake);
            List<FormerMonth> former = upkeep.former(kept);
            Map<Dataset, Folded> left = isDry ? Map.of() : upkeep.retain(kept, progress);
            show(session.console(), kept, former, left);
        }
    }

    /** The server's months count: those that its nights keep to. */
    @Override
    public void run(Session session, ServerApi server) {
        if (months != null) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    "Through a server the months are those of its settings: leave out --months, or change them under"
                            + " System > Settings.");
        }
        if (isDry) {
            showPlan(session.console(), server.get("/retention", Map.of()));
        } else {
            ServedJob.show(session, server, server.post("/retention", null));
        }
    }

    private static void showPlan(Console console, Map<String, @Nullable Object> plan) {
        if (console.isJson()) {
            console.json(plan);
            return;
        }
        Object first = plan.get("keptFrom");
        console.line(first == null ? "Kept: everything" : "Kept: " + first + " and later");
        List<?> former = plan.get("former") instanceof List<?> months ? months : List.of();
        for (Object one : former) {
            if (one instanceof Map<?, ?> month
                    && month.get("rows") instanceof Long rows
                    && month.get("bytes") instanceof Long bytes) {
                console.line("  " + month.get("dataset") + " " + month.get("month") + ": " + Words.many(rows, "row")
                        + ", " + Words.size(bytes));
            }
        }
        if (former.isEmpty()) {
            console.line("  Nothing is older.");
        } else {
            console.note("Nothing was changed. Without --dry-run these months leave.");
        }
    }

    private void show(Console console, Optional<KeptMonths> kept, List<FormerMonth> former, Map<Dataset, Folded> left) {
        long rows = Upkeep.sum(left).rowsLeft();
        if (console.isJson()) {
            console.json(json(kept, former, rows));
            return;
        }
        console.line(
                kept.map(months -> "Kept: " + months.first() + " and later").orElse("Kept: everything"));
        for (FormerMonth month : former) {
            console.line("  " + month.dataset() + " " + month.month() + ": " + Words.many(month.rows(), "row") + ", "
                    + Words.size(month.bytes()));
        }
        if (former.isEmpty()) {
            console.line("  Nothing is older.");
        } else if (isDry) {
            console.note("Nothing was changed. Without --dry-run these months leave.");
        } else {
            console.line("  " + Words.many(rows, "row") + " left. Their files are deleted in a day.");
        }
    }

    private Map<String, @Nullable Object> json(Optional<KeptMonths> kept, List<FormerMonth> former, long rows) {
        List<Map<String, Object>> months = new ArrayList<>();
        for (FormerMonth month : former) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("dataset", month.dataset().name());
            fields.put("month", month.month());
            fields.put("rows", month.rows());
            fields.put("bytes", month.bytes());
            months.add(fields);
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("keptFrom", kept.map(first -> first.first().toString()).orElse(null));
        fields.put("former", months);
        fields.put("dryRun", isDry);
        fields.put("rowsLeft", rows);
        return fields;
    }
}
