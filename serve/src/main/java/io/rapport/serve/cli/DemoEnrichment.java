package io.rapport.serve.cli;

import io.rapport.core.address.Address;
import io.rapport.model.input.CustomerFiles;
import io.rapport.model.input.CustomerMapping;
import io.rapport.model.run.SelectionReading;
import io.rapport.model.spec.Spec;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentSettings;
import io.rapport.serve.enrichment.EnrichmentState;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import io.rapport.serve.enrichment.Selections;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.job.Job;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.security.Role;
import io.rapport.serve.server.RapportServer;
import io.rapport.simulator.company.Person;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The demonstration's enrichment: saved, agreed to and run by the code that the wizard and the pages use, in the name of the
 * made-up company's administrator, and written down as such in the access log.
 */
final class DemoEnrichment {

    /** Where the access log has other people's network addresses. */
    private static final String FROM = "the demonstration";

    private static final String PROFILES = "Customers";

    private final RapportServer server;
    private final Person administrator;
    private final Enrichments enrichments;
    private final Lifecycle lifecycle;

    DemoEnrichment(RapportServer server, Person administrator) {
        this.server = server;
        this.administrator = administrator;
        this.enrichments = server.part(Enrichments.class);
        this.lifecycle = server.part(Lifecycle.class);
    }

    /**
     * Saves it and agrees to it.
     *
     * @param spec whose mail counts
     * @param files who the customers are
     * @return the output table; empty where the directory has not landed, so that it selects too few people
     */
    Optional<String> begin(Spec spec, CustomerFiles files) {
        String output = freeName(spec.output());
        Enrichment saved = enrichments.find(output).orElse(null);
        if (saved == null) {
            SpecFields fields = fields(spec, output);
            SelectionReading reading = server.part(Selections.class).read(fields.selection(), null);
            if (!reading.isOfUsableSize()) {
                return Optional.empty();
            }
            bring(files);
            note("Enrichment wizard", output);
            saved = lifecycle.save(fields, reading.groups(), administrator.displayName());
            server.part(EnrichmentSettings.class).setPrimary(output);
        }
        if (saved.state() == EnrichmentState.WAITING_FOR_CONSENT) {
            note("Consent: agreed", output);
            lifecycle.agree(saved, administrator.displayName());
        }
        return Optional.of(output);
    }

    /** Runs it, unless somebody deleted it, put it to rest, or took consent back. */
    void run(String output) {
        Enrichment saved = enrichments.find(output).orElse(null);
        if (saved != null && saved.state() == EnrichmentState.ACTIVE) {
            Job unused = lifecycle.run(saved, administrator.displayName(), true);
        }
    }

    private static SpecFields fields(Spec spec, String output, EnrichmentSettings settings) {
        return SpecFields.usual(settings)
                .with(Map.of(
                        SpecFields.NAME,
                        spec.name(),
                        SpecFields.OUTPUT,
                        output,
                        SpecFields.SELECTION,
                        spec.selection().stream().map(Address::value).collect(Collectors.joining("\n")),
                        SpecFields.PROFILES,
                        PROFILES,
                        SpecFields.ZONE,
                        spec.timeZone().getId()));
    }

    private SpecFields fields(Spec spec, String output) {
        return fields(spec, output, server.part(EnrichmentSettings.class));
    }

    private void bring(CustomerFiles files) {
        Profiles profiles = server.part(Profiles.class);
        if (profiles.find(PROFILES).isEmpty()) {
            CustomerMapping mapping =
                    profiles.guess(files, CustomerMapping.NONE).mapping();
            note("Profiles", PROFILES);
            profiles.add(PROFILES, files, mapping, Profiles.BrokenRows.REFUSE_MANY, administrator.displayName());
        }
    }

    /** Another one where a run on the command line, of {@code --tables} for example, has written a table of that name. */
    private String freeName(String wanted) {
        boolean isTaken = enrichments.find(wanted).isEmpty()
                && server.part(RunLog.class).list().stream()
                        .anyMatch(run -> run.request().output().equalsIgnoreCase(wanted));
        return isTaken ? wanted + "Saved" : wanted;
    }

    private void note(String subject, String detail) {
        server.part(AccessLog.class)
                .add(new AccessEvent(
                        administrator.id(),
                        administrator.displayName(),
                        Role.ADMINISTRATOR.word(),
                        AccessAction.CHANGE,
                        subject,
                        detail,
                        FROM,
                        true));
    }
}
