package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.CHANGE;
import static io.rapport.serve.access.AccessAction.DELETE;
import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;
import static io.rapport.serve.security.Role.CONTRIBUTOR;
import static io.rapport.serve.security.Role.VIEWER;

import io.rapport.core.error.RapportException;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentSettings;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import java.util.List;
import java.util.function.Predicate;

/** Enrichments: which there are, and what is done with them. */
public final class EnrichmentOperations {

    private static final String TAG = "Enrichments";
    private static final Parameter OUTPUT = Parameter.path("output", "Name of the output table.");

    private final KnownEnrichments known;
    private final Enrichments enrichments;
    private final EnrichmentSettings settings;
    private final Lifecycle lifecycle;

    public EnrichmentOperations(
            KnownEnrichments known, Enrichments enrichments, EnrichmentSettings settings, Lifecycle lifecycle) {
        this.known = known;
        this.enrichments = enrichments;
        this.settings = settings;
        this.lifecycle = lifecycle;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("listEnrichments", "/enrichments", "Enrichments, saved ones first.")
                        .in(TAG)
                        .logged(VIEWER, VIEW, "Enrichments")
                        .takes(Paging.parameters())
                        .lists(
                                EnrichmentShapes.ENRICHMENT,
                                call -> Paging.part(call, known.list(), KnownEnrichment::output)),
                Draft.get("getEnrichment", "/enrichments/{output}", "An enrichment, and how its last run ended.")
                        .in(TAG)
                        .logged(VIEWER, VIEW, "Enrichment")
                        .takes(OUTPUT)
                        .answers(EnrichmentShapes.ENRICHMENT, this::tell),
                Draft.post("runEnrichment", "/enrichments/{output}/runs", "Runs an enrichment now.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, CHANGE, "Enrichment: run")
                        .takes(OUTPUT)
                        .begins(JobShapes.JOB, call -> {
                            var job = lifecycle.run(
                                    require(call), call.person().displayName(), call.mayActAs(ADMINISTRATOR));
                            call.isAt("/jobs/" + job.id());
                            return job;
                        }),
                Draft.post(
                                "cancelEnrichmentRun",
                                "/enrichments/{output}/cancel",
                                "Stops the run that waits or is under way.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, CHANGE, "Enrichment: run canceled")
                        .takes(OUTPUT)
                        .does(call -> lifecycle.stop(require(call))),
                change(
                        "activateEnrichment",
                        "activate",
                        "From now on it runs again.",
                        "Enrichment: activated",
                        lifecycle::activate),
                change(
                        "deactivateEnrichment",
                        "deactivate",
                        "From now on it rests; what it came to stays.",
                        "Enrichment: deactivated",
                        lifecycle::deactivate),
                change(
                        "showEnrichmentFirst",
                        "primary",
                        "From now on pages show it first.",
                        "Enrichment: shown first",
                        one -> {
                            settings.setPrimary(one.output());
                            return true;
                        }),
                Draft.delete("deleteEnrichment", "/enrichments/{output}", "Deletes it, and what it came to with it.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, DELETE, "Enrichment")
                        .takes(OUTPUT)
                        .does(call -> {
                            if (!lifecycle.delete(require(call), call.person().displayName())) {
                                throw new RapportException(ApiError.CONFLICT, "It is being deleted already.");
                            }
                        }));
    }

    private Operation change(String id, String verb, String summary, String subject, Predicate<Enrichment> work) {
        return Draft.post(id, "/enrichments/{output}/" + verb, summary)
                .in(TAG)
                .logged(ADMINISTRATOR, CHANGE, subject)
                .takes(OUTPUT)
                .answers(EnrichmentShapes.ENRICHMENT, call -> {
                    Enrichment enrichment = require(call);
                    if (!work.test(enrichment)) {
                        throw new RapportException(
                                ApiError.CONFLICT,
                                "As it stands, that is not possible: "
                                        + enrichment.state().words().toLowerCase(java.util.Locale.ROOT) + ".");
                    }
                    return tell(call);
                });
    }

    private Enrichment require(Call call) {
        return enrichments.find(call.text("output")).orElseThrow(() -> Words.none("saved enrichment"));
    }

    private KnownEnrichment tell(Call call) {
        return known.find(call.text("output")).orElseThrow(() -> Words.none("enrichment"));
    }
}
