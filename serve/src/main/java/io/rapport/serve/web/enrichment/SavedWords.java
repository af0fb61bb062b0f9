package io.rapport.serve.web.enrichment;

import io.rapport.serve.enrichment.ConsentLetter;
import io.rapport.serve.enrichment.ConsentLetters;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentSettings;
import io.rapport.serve.enrichment.EnrichmentState;
import io.rapport.serve.mail.MailServers;
import io.rapport.serve.security.Role;
import io.rapport.serve.web.Say;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Saved enrichments as people read them; names of people only where an administrator reads. */
public final class SavedWords {

    private final EnrichmentSettings settings;
    private final ConsentLetters letters;
    private final MailServers mail;
    private final RunPanes panes;
    private final InstantSource instants;

    public SavedWords(
            EnrichmentSettings settings,
            ConsentLetters letters,
            MailServers mail,
            RunPanes panes,
            InstantSource instants) {
        this.settings = settings;
        this.letters = letters;
        this.mail = mail;
        this.panes = panes;
        this.instants = instants;
    }

    SavedPart part(Enrichment enrichment, Role role, boolean hasDelivered) {
        boolean isAdministrator = role.mayActAs(Role.ADMINISTRATOR);
        return new SavedPart(
                enrichment.state().words(),
                enrichment.state().colour(),
                notes(enrichment, isAdministrator),
                facts(enrichment, isAdministrator),
                panes.find(enrichment.output()).orElse(null),
                may(enrichment, role),
                isAdministrator,
                isAdministrator
                        && hasDelivered
                        && settings.findPrimary()
                                .filter(enrichment.output()::equals)
                                .isEmpty());
    }

    static EnrichmentsView.May may(Enrichment enrichment, Role role) {
        EnrichmentState state = enrichment.state();
        boolean isThere = state != EnrichmentState.DELETED;
        boolean isAdministrator = role.mayActAs(Role.ADMINISTRATOR);
        return new EnrichmentsView.May(
                role.mayActAs(Role.CONTRIBUTOR) && state == EnrichmentState.ACTIVE,
                isAdministrator && isThere,
                isAdministrator && state == EnrichmentState.DEACTIVATED,
                isAdministrator && state == EnrichmentState.ACTIVE,
                isAdministrator && isThere);
    }

    private List<String> notes(Enrichment enrichment, boolean isAdministrator) {
        return switch (enrichment.state()) {
            case WAITING_FOR_CONSENT ->
                List.of("It waits for an administrator's consent; nothing runs before."
                        + (isAdministrator ? " " + letter(enrichment) : ""));
            case DECLINED -> List.of("An administrator declined; it does not run.");
            case WITHDRAWN ->
                List.of("Consent was withdrawn: it does not run, and what it had come to is deleted within 24 hours.");
            case DEACTIVATED -> List.of("It is deactivated: it runs neither by itself nor when asked.");
            case DELETED -> List.of("It is being deleted, and what it had come to with it.");
            case ACTIVE -> List.of();
        };
    }

    /** How the asking stands; without an address. */
    String letter(Enrichment enrichment) {
        if (mail.find().isEmpty()) {
            return "No mail server is configured, so nobody was written to: agree or decline on its consent page, or under"
                    + " System > Settings.";
        }
        Optional<ConsentLetter> letter = letters.find(enrichment.id());
        String problem = letter.map(ConsentLetter::problemCode).orElse(null);
        if (letter.isEmpty()) {
            return "";
        }
        if (letter.get().sentAt() != null) {
            return "The administrators were asked by mail "
                    + Say.ago(letter.get().sentAt(), instants.instant()) + ".";
        }
        if (problem == null) {
            return "The administrators are being asked by mail.";
        }
        return switch (problem) {
                    case "MAIL_SIGN_IN" ->
                        "The mail to the administrators waits: the mail server does not take the user and"
                                + " password of the settings.";
                    case "MAIL_REFUSED" ->
                        "The mail to the administrators waits: the mail server refuses the sender or an"
                                + " address of the settings.";
                    default -> "The mail to the administrators waits: the mail server does not answer.";
                }
                + " It was tried " + Say.count(letter.get().tries(), "time", "times") + "; next "
                + when(letter.get().nextTryAt()) + ".";
    }

    private List<SavedPart.Fact> facts(Enrichment enrichment, boolean isAdministrator) {
        List<SavedPart.Fact> facts = new ArrayList<>();
        facts.add(new SavedPart.Fact(
                "Runs",
                enrichment.schedule().words() + ", " + enrichment.timeZone().getId()));
        enrichment
                .findNextRun()
                .ifPresent(next -> facts.add(new SavedPart.Fact(
                        "Next run", Say.time(next, enrichment.timeZone()) + " (" + when(next) + ")")));
        if (isAdministrator) {
            facts.add(new SavedPart.Fact(
                    "Asked for",
                    "by " + enrichment.askedBy() + ", " + Say.ago(enrichment.createdAt(), instants.instant())));
            if (enrichment.decidedAt() != null) {
                facts.add(new SavedPart.Fact(
                        "Decided",
                        "by " + enrichment.decidedBy() + ", "
                                + Say.time(enrichment.decidedAt(), enrichment.timeZone())));
            }
        }
        return facts;
    }

    private String when(java.time.Instant at) {
        long minutes = java.time.Duration.between(instants.instant(), at).toMinutes();
        return minutes < 1
                ? "within a minute"
                : "in "
                        + (minutes < 60
                                ? Say.count(minutes, "minute", "minutes")
                                : minutes < 48 * 60
                                        ? Say.count((minutes + 30) / 60, "hour", "hours")
                                        : Say.count(minutes / 1_440, "day", "days"));
    }
}
