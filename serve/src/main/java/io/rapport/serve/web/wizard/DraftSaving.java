package io.rapport.serve.web.wizard;

import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import io.rapport.serve.enrichment.Draft;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentError;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import io.rapport.serve.enrichment.Schedule;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.mail.MailServers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last step: a draft becomes an enrichment, or changes one. */
final class DraftSaving {

    private static final List<String> OF_DRAFTS = List.of("agree", TypedSchedule.DAY, TypedSchedule.TIMES);

    private final Enrichments enrichments;
    private final Lifecycle lifecycle;
    private final SentFiles sent;
    private final MailServers mail;

    DraftSaving(Enrichments enrichments, Lifecycle lifecycle, SentFiles sent, MailServers mail) {
        this.enrichments = enrichments;
        this.lifecycle = lifecycle;
        this.sent = sent;
        this.mail = mail;
    }

    /**
     * Saves it.
     *
     * @param groups those of its addresses that are groups
     * @param who does, by the name that people know
     * @throws RapportException an {@link EnrichmentError}; then nothing has changed
     */
    Enrichment save(Draft draft, List<Address> groups, String who) {
        Map<String, String> values =
                new LinkedHashMap<>(draft.fields().withoutUpload().values());
        values.put(
                SpecFields.SCHEDULE,
                TypedSchedule.find(draft.fields()).orElse(Schedule.NEVER).text());
        OF_DRAFTS.forEach(values::remove);
        SpecFields fields = new SpecFields(values);
        Enrichment saved = draft.findEdits()
                .map(edited -> lifecycle.change(
                        enrichments
                                .findById(edited)
                                .orElseThrow(() -> new RapportException(
                                        EnrichmentError.ENRICHMENT_GONE,
                                        "The enrichment that this draft edits was deleted meanwhile. Discard the"
                                                + " draft.")),
                        fields,
                        groups,
                        who))
                .orElseGet(() -> lifecycle.save(fields, groups, who));
        sent.drop(draft.fields());
        return saved;
    }

    /** What whoever saved it is told. */
    String words(Enrichment saved) {
        if (saved.state().isConsented()) {
            return saved.name() + " is saved. The consent to it holds.";
        }
        return saved.name() + " is saved and waits for consent. "
                + (mail.find().isPresent()
                        ? "The administrators are asked by mail."
                        : "There is no mail server to ask by: an administrator agrees here, or under System > Settings.");
    }
}
