package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.CHANGE;
import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;

import io.rapport.core.error.RapportException;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.enrichment.ConsentWords;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentState;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/**
 * Consent to an enrichment. To agree is for a person alone; to ask, to decline and to withdraw open nothing, so that a key may
 * do it too.
 */
public final class ConsentOperations {

    private static final String TAG = "Consent";
    private static final Parameter OUTPUT = Parameter.path("output", "Name of the output table.");

    private static final Shape<Enrichment> CONSENT = Shape.of(
                    Enrichment.class, "Consent", "What is agreed to with an enrichment, and how that stands.")
            .text("output", "Name of the output table.", Enrichment::output)
            .choice("state", "Where it stands.", Words.all(EnrichmentState.class), one -> Words.of(one.state()))
            .flag("isGiven", "Whether consent holds.", one -> one.state().isConsented())
            .text("askedBy", "Who asked.", Enrichment::askedBy)
            .time("askedAt", "When it was first saved.", Enrichment::createdAt)
            .textOrNull("decidedBy", "Who agreed, declined or withdrew last; null before.", Enrichment::decidedBy)
            .timeOrNull("decidedAt", "When; null before.", Enrichment::decidedAt)
            .texts("reads", "What is read, in words.", ConsentWords::read)
            .texts("shows", "What is shown, in words.", one -> ConsentWords.shown())
            .text("meaning", "What consent means, in words.", one -> ConsentWords.MEANING)
            .build();

    private final Enrichments enrichments;
    private final Lifecycle lifecycle;

    public ConsentOperations(Enrichments enrichments, Lifecycle lifecycle) {
        this.enrichments = enrichments;
        this.lifecycle = lifecycle;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("getConsent", "/enrichments/{output}/consent", "What is agreed to, and how that stands.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Consent to enrichment")
                        .takes(OUTPUT)
                        .answers(CONSENT, this::require),
                decide(
                        Draft.post(
                                "askForConsent",
                                "/enrichments/{output}/consent/ask",
                                "Asks the administrators once more."),
                        "Consent: asked again",
                        (one, who) -> lifecycle.askAgain(one)),
                decide(
                        Draft.post("agree", "/enrichments/{output}/consent/agree", "From now on it runs.")
                                .byPersons(),
                        "Consent: agreed",
                        lifecycle::agree),
                decide(
                        Draft.post("declineConsent", "/enrichments/{output}/consent/decline", "It does not run."),
                        "Consent: declined",
                        lifecycle::decline),
                decide(
                        Draft.post(
                                "withdrawConsent",
                                "/enrichments/{output}/consent/withdraw",
                                "Takes consent back: runs stop, and what they came to is deleted."),
                        "Consent: withdrawn",
                        lifecycle::withdraw));
    }

    private Operation decide(Draft draft, String subject, BiPredicate<Enrichment, String> work) {
        return draft.in(TAG)
                .logged(ADMINISTRATOR, CHANGE, subject)
                .takes(OUTPUT)
                .answers(CONSENT, call -> {
                    Enrichment enrichment = require(call);
                    if (!work.test(enrichment, call.person().displayName())) {
                        throw new RapportException(
                                ApiError.CONFLICT,
                                "As it stands, that is not possible: "
                                        + enrichment.state().words().toLowerCase(Locale.ROOT) + ".");
                    }
                    return require(call);
                });
    }

    private Enrichment require(Call call) {
        return enrichments.find(call.text("output")).orElseThrow(() -> Words.none("saved enrichment"));
    }
}
