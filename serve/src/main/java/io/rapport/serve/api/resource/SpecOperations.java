package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.CHANGE;
import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;

import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import io.rapport.model.input.CustomerField;
import io.rapport.model.run.SelectionReading;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.FieldProblem;
import io.rapport.serve.api.operation.InvalidRequest;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentSettings;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import io.rapport.serve.enrichment.Schedule;
import io.rapport.serve.enrichment.Selections;
import io.rapport.serve.enrichment.SpecCheck;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.profile.ProfileSet;
import io.rapport.serve.profile.Profiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Making and editing enrichments, as the wizard does it: what is saved asks for consent. */
public final class SpecOperations {

    private static final String TAG = "Enrichments";
    private static final Parameter OUTPUT = Parameter.path("output", "Name of the output table.");

    private final Enrichments enrichments;
    private final EnrichmentSettings settings;
    private final Lifecycle lifecycle;
    private final Selections selections;
    private final Profiles profiles;
    private final SpecCheck check;

    public SpecOperations(
            Enrichments enrichments,
            EnrichmentSettings settings,
            Lifecycle lifecycle,
            Selections selections,
            Profiles profiles,
            SpecCheck check) {
        this.enrichments = enrichments;
        this.settings = settings;
        this.lifecycle = lifecycle;
        this.selections = selections;
        this.profiles = profiles;
        this.check = check;
    }

    public List<Operation> list() {
        return List.of(
                Draft.post("createEnrichment", "/enrichments", "Saves a new enrichment, and asks for consent to it.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, CHANGE, "Enrichment: saved")
                        .takes(Parameter.text("output", "Name of its output table, which stays.")
                                .inBody()
                                .required())
                        .takes(SpecWords.parameters())
                        .makes(SpecWords.SPEC, this::create),
                Draft.get("getEnrichmentSpec", "/enrichments/{output}/spec", "What an enrichment counts.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Enrichment: spec")
                        .takes(OUTPUT)
                        .answers(SpecWords.SPEC, call -> told(call, require(call))),
                Draft.put(
                                "changeEnrichment",
                                "/enrichments/{output}/spec",
                                "Saves it anew as a whole; where it counts other things than were agreed to, it asks for"
                                        + " consent again.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, CHANGE, "Enrichment: saved")
                        .takes(OUTPUT)
                        .takes(SpecWords.parameters())
                        .ifUnchanged()
                        .answers(SpecWords.SPEC, this::change));
    }

    private Enrichment create(Call call) {
        SpecFields fields = SpecWords.fields(call, call.text("output"), SpecFields.usual(settings));
        SelectionReading reading = requireRight(fields, "");
        Enrichment saved =
                lifecycle.save(fields, reading.groups(), call.person().displayName());
        call.isAt("/enrichments/" + saved.output());
        return told(call, saved);
    }

    /** One at a time, so that of two with the same version one is refused. */
    private synchronized Enrichment change(Call call) {
        Enrichment before = require(call);
        if (!call.expectedVersion().isEmpty() && !call.expectedVersion().equals(edition(before))) {
            throw new RapportException(
                    ApiError.CHANGED_MEANWHILE,
                    "Somebody changed the enrichment since it was read. Read it again, then decide.");
        }
        SpecFields fields = SpecWords.fields(call, before.output(), SpecFields.usual(settings));
        SelectionReading reading = requireRight(fields, before.id());
        return told(
                call,
                lifecycle.change(before, fields, reading.groups(), call.person().displayName()));
    }

    private Enrichment require(Call call) {
        return enrichments.find(call.text("output")).orElseThrow(() -> Words.none("saved enrichment"));
    }

    private static Enrichment told(Call call, Enrichment enrichment) {
        call.setVersion(edition(enrichment));
        return enrichment;
    }

    private static String edition(Enrichment enrichment) {
        return Call.edition(
                List.of(enrichment.id(), new TreeMap<>(enrichment.fields().values()).toString()));
    }

    /** @throws InvalidRequest with everything that is wrong */
    private SelectionReading requireRight(SpecFields fields, String own) {
        List<FieldProblem> problems = new ArrayList<>();
        SelectionReading reading = read(fields, problems);
        Map<String, String> wrong = new LinkedHashMap<>();
        if (problems.isEmpty()) {
            check.addresses(fields, reading, wrong);
        }
        check.names(fields, own, wrong);
        check.counting(fields, wrong);
        if (Schedule.find(fields.value(SpecFields.SCHEDULE)).isEmpty()) {
            wrong.put(SpecFields.SCHEDULE, "It is never, or a day and one to four times: daily 06:00 18:30.");
        }
        Optional<ProfileSet> set = profiles.find(fields.value(SpecFields.PROFILES));
        if (set.isEmpty()) {
            wrong.put(SpecFields.PROFILES, "There are no customer profiles of that name.");
        } else if (fields.value("option.rollUp").equals("yes")
                && set.get().latest().mapping().find(CustomerField.PARENT_ID).isEmpty()) {
            wrong.put("option.rollUp", "The customer profiles have no parents.");
        }
        wrong.forEach((field, problem) -> problems.add(new FieldProblem(SpecWords.name(field), problem)));
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
        return reading;
    }

    /** Looks the addresses up, unless one of them is none. */
    private SelectionReading read(SpecFields fields, List<FieldProblem> problems) {
        List<String> said = fields.value(SpecFields.SELECTION).lines().toList();
        for (int i = 0; i < said.size(); i++) {
            if (Address.find(said.get(i)).isEmpty()) {
                problems.add(new FieldProblem("selection." + i, "It is no address such as mira@contoso.com."));
            }
        }
        return problems.isEmpty() && !said.isEmpty()
                ? selections.read(
                        fields.selection(),
                        Address.find(fields.value("option.excludeGroup")).orElse(null))
                : new SelectionReading(List.of(), 0);
    }
}
