package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.VIEWER;

import io.rapport.model.report.ContactActivity;
import io.rapport.model.report.Granularity;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.insight.Collaborations;
import io.rapport.serve.insight.ContactActivities;
import io.rapport.serve.insight.KeptCollaboration;
import java.util.List;

/** Reports about people in groups; nobody is named, and no group is small. */
public final class ReportOperations {

    private final ContactActivities activities;
    private final Collaborations collaborations;

    public ReportOperations(ContactActivities activities, Collaborations collaborations) {
        this.activities = activities;
        this.collaborations = collaborations;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get(
                                "getCollaboration",
                                "/reports/collaboration",
                                "How departments work and whom they write to, as it was counted last.")
                        .in("Reports")
                        .logged(VIEWER, VIEW, "Collaboration")
                        .answers(CollaborationShapes.COLLABORATION, this::collaboration),
                Draft.get(
                                "getContactActivity",
                                "/reports/contact-activity",
                                "How many contacts were added, created, modified and deleted, and how often employees add some.")
                        .in("Reports")
                        .logged(VIEWER, VIEW, "Contact activity")
                        .takes(
                                Parameter.day("from", "First day, inclusive; else that of the first signal."),
                                Parameter.day("to", "Last day, exclusive; else the day after the last signal."),
                                Parameter.choice("by", Words.all(Granularity.class), "month", "Into which periods."))
                        .echoes(ReportShapes.CONTACT_ACTIVITY, this::contactActivity));
    }

    private KeptCollaboration collaboration(Call call) {
        return collaborations
                .find()
                .orElseThrow(
                        () -> Words.none("report: collaboration is counted within minutes of the first sync's end"));
    }

    private ContactActivity contactActivity(Call call) {
        ContactActivity found = activities
                .find(
                        call.findDay("from").orElse(null),
                        call.findDay("to").orElse(null),
                        Granularity.find(call.text("by")).orElse(Granularity.MONTH))
                .orElseThrow(() -> Words.none("signal: no contact activity has landed"));
        call.resolve("from", found.from());
        call.resolve("to", found.to());
        if (!found.isDirectoryLanded()) {
            call.warn(List.of("The directory has not landed: employees are those with signals."));
        }
        if (found.departments().isEmpty()) {
            call.warn(List.of("There are not enough people to show departments."));
        }
        return found;
    }
}
