package io.rapport.serve.web.enrichment;

import io.rapport.core.error.RapportException;
import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.serve.export.ExportPlan;
import io.rapport.serve.export.PlanCheck;
import io.rapport.serve.export.ScheduledExport;
import io.rapport.serve.export.ScheduledExports;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.security.Person;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the tables of an enrichment go after each of its runs. */
@RestController
public class ScheduledExportPages {

    private static final String COMPLETE = "complete";

    private final Pages pages;
    private final ScheduledExports exports;
    private final ExportWords words;
    private final Workshop workshop;
    private final ServerPlan plan;

    public ScheduledExportPages(
            Pages pages, ScheduledExports exports, ExportWords words, Workshop workshop, ServerPlan plan) {
        this.pages = pages;
        this.exports = exports;
        this.words = words;
        this.workshop = workshop;
        this.plan = plan;
    }

    @GetMapping("/enrichment/{output}/export")
    ResponseEntity<String> show(HttpServletRequest request, @PathVariable("output") String output) {
        return page(request, 200, output, fields(output), Map.of());
    }

    @PostMapping("/enrichment/{output}/export")
    ResponseEntity<?> set(
            HttpServletRequest request, @PathVariable("output") String output, @RequestParam Map<String, String> sent) {
        requireOutput(output);
        String folder = sent.getOrDefault(PlanCheck.FOLDER, "").strip();
        String format = sent.getOrDefault(PlanCheck.FORMAT, "");
        String location = sent.getOrDefault(PlanCheck.LOCATION, "");
        Map<String, String> problems = PlanCheck.problems(folder, format, location, plan.home());
        if (!problems.isEmpty()) {
            return page(request, 400, output, sent, problems);
        }
        try {
            exports.set(output, ExportPlan.of(folder, format, location, sent.containsKey(COMPLETE)), person());
        } catch (RapportException refused) {
            return page(request, 400, output, sent, Map.of(PlanCheck.FOLDER, refused.text()));
        }
        Job unused = workshop.request(JobKind.EXPORT, output, person());
        Pages.say(request, "The tables are exported now, and after each run from now on.");
        return to(output);
    }

    @PostMapping("/enrichment/{output}/export/now")
    ResponseEntity<Void> now(HttpServletRequest request, @PathVariable("output") String output) {
        if (exports.find(output).isEmpty()) {
            throw new NotThere();
        }
        Job unused = workshop.request(JobKind.EXPORT, output, person());
        Pages.say(request, "The tables are exported now.");
        return to(output);
    }

    @PostMapping("/enrichment/{output}/export/stop")
    ResponseEntity<Void> stop(HttpServletRequest request, @PathVariable("output") String output) {
        if (!exports.stop(output)) {
            throw new NotThere();
        }
        Pages.say(request, "Nothing is exported any more. What was exported stays where it is.");
        return to(output);
    }

    private ResponseEntity<String> page(
            HttpServletRequest request,
            int status,
            String output,
            Map<String, String> fields,
            Map<String, String> problems) {
        return pages.page(
                request,
                status,
                "Scheduled export",
                "enrichment",
                "enrichment/export.jte",
                new ScheduledExportView(requireOutput(output), output, fields, problems, words.find(output, true)));
    }

    private Map<String, String> fields(String output) {
        Map<String, String> fields = new LinkedHashMap<>();
        ScheduledExport known = exports.find(output).orElse(null);
        fields.put(PlanCheck.FORMAT, ExportFormat.CSV.word());
        if (known != null) {
            fields.put(PlanCheck.FOLDER, known.plan().folder().toString());
            fields.put(PlanCheck.FORMAT, known.plan().format().word());
            fields.put(PlanCheck.LOCATION, known.plan().location());
            if (known.plan().isComplete()) {
                fields.put(COMPLETE, "yes");
            }
        }
        return fields;
    }

    /** Name of the enrichment. */
    private String requireOutput(String output) {
        return words.findName(output).orElseThrow(NotThere::new);
    }

    private static String person() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .map(Person::displayName)
                .orElse("");
    }

    private static ResponseEntity<Void> to(String output) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/enrichment/" + output + "/export"))
                .build();
    }
}
