package io.rapport.serve.web.insight;

import io.rapport.core.error.RapportException;
import io.rapport.model.report.ContactActivity;
import io.rapport.model.report.Granularity;
import io.rapport.model.report.ReportError;
import io.rapport.serve.insight.ContactActivities;
import io.rapport.serve.insight.InsightSettings;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people do with their contacts, over any days. */
@RestController
public class ContactActivityPage {

    private static final String NOT_A_RANGE =
            "The first day has to lie before the end, which is the first day that is not"
                    + " counted; signals have to lie between; and the range may have 7,305 days at most.";

    private final Pages pages;
    private final ContactActivities activities;
    private final InsightSettings settings;

    public ContactActivityPage(Pages pages, ContactActivities activities, InsightSettings settings) {
        this.pages = pages;
        this.activities = activities;
        this.settings = settings;
    }

    @GetMapping(ContactActivityWords.PATH)
    ResponseEntity<String> show(
            HttpServletRequest request,
            @RequestParam(name = "from", defaultValue = "") String from,
            @RequestParam(name = "to", defaultValue = "") String to,
            @RequestParam(name = "by", defaultValue = "month") String by) {
        ContactActivityView view =
                view(from.strip(), to.strip(), Granularity.find(by).orElse(Granularity.MONTH));
        return pages.page(
                request,
                view.problem().isEmpty() ? 200 : 400,
                "Contact activity",
                "contact-activity",
                "insight/contact-activity.jte",
                view);
    }

    private ContactActivityView view(String from, String to, Granularity by) {
        LocalDate first;
        LocalDate end;
        try {
            first = from.isEmpty() ? null : LocalDate.parse(from);
            end = to.isEmpty() ? null : LocalDate.parse(to);
        } catch (DateTimeException notADay) {
            return ContactActivityWords.without("A day is written like 2026-10-31.", true, from, to, by);
        }
        try {
            int minimum = settings.minimumPeople();
            Optional<ContactActivity> found = activities.find(first, end, by);
            return found.map(answer -> ContactActivityWords.of(answer, minimum, from, to, mayExtract()))
                    .orElseGet(() -> ContactActivityWords.without("", false, from, to, by));
        } catch (RapportException refused) {
            if (refused.code() == ReportError.REPORT_RANGE) {
                return ContactActivityWords.without(NOT_A_RANGE, true, from, to, by);
            }
            throw refused;
        }
    }

    private static boolean mayExtract() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .filter(person -> person.role().mayActAs(Role.CONTRIBUTOR))
                .isPresent();
    }
}
