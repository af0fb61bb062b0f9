package io.rapport.serve.web.system;

import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEntry;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.web.AccessLogCsv;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who saw, exported, changed or deleted what. */
@RestController
public class AccessLogPages {

    private static final int LINES = 100;

    private final Pages pages;
    private final AccessLog log;

    public AccessLogPages(Pages pages, AccessLog log) {
        this.pages = pages;
        this.log = log;
    }

    @GetMapping("/system/access-log")
    ResponseEntity<String> show(
            HttpServletRequest request,
            @RequestParam(name = "who", defaultValue = "") String who,
            @RequestParam(name = "action", defaultValue = "") String action,
            @RequestParam(name = "before", defaultValue = "9223372036854775807") long before) {
        Optional<AccessAction> chosen = Arrays.stream(AccessAction.values())
                .filter(known -> known.name().equals(action))
                .findFirst();
        List<AccessEntry> entries = log.list(before, who.strip(), chosen, LINES + 1);
        List<AccessEntry> shown = entries.subList(0, Math.min(LINES, entries.size()));
        String query = "who=" + URLEncoder.encode(who.strip(), StandardCharsets.UTF_8) + "&action="
                + chosen.map(AccessAction::name).orElse("");
        return pages.page(
                request,
                "Access log",
                "access-log",
                "system/access-log.jte",
                new AccessLogView(
                        shown.stream().map(AccessLogPages::line).toList(),
                        who.strip(),
                        chosen.map(AccessAction::name).orElse(""),
                        List.of(AccessAction.values()),
                        entries.size() > LINES
                                ? "/system/access-log?" + query + "&before="
                                        + shown.get(LINES - 1).number()
                                : "",
                        "/system/access-log.csv"));
    }

    /** All of it, line by line. */
    @GetMapping("/system/access-log.csv")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType(AccessLogCsv.MEDIA_TYPE);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + AccessLogCsv.NAME + "\"");
        response.setHeader("Cache-Control", "no-store");
        AccessLogCsv.write(log, any -> true, response.getWriter());
    }

    private static AccessLogView.Line line(AccessEntry entry) {
        AccessEvent event = entry.event();
        return new AccessLogView.Line(
                Say.time(entry.at(), ZoneOffset.UTC),
                event.personName().isEmpty() ? "Nobody known" : event.personName(),
                event.role(),
                event.isAllowed() ? event.action().word() : "was refused",
                event.subject() + (event.detail().isEmpty() ? "" : ": " + event.detail()),
                event.address(),
                event.isAllowed());
    }
}
