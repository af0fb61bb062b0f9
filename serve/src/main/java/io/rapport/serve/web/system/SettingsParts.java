package io.rapport.serve.web.system;

import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import io.rapport.serve.enrichment.ConsentLetter;
import io.rapport.serve.enrichment.ConsentLetters;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentSettings;
import io.rapport.serve.enrichment.EnrichmentState;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.insight.InsightSettings;
import io.rapport.serve.mail.MailServer;
import io.rapport.serve.mail.MailServers;
import io.rapport.serve.upkeep.UpkeepSettings;
import io.rapport.serve.web.Say;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of the settings that are about mail, enrichments, insights and retention. */
public final class SettingsParts {

    private final MailServers servers;
    private final EnrichmentSettings settings;
    private final Enrichments enrichments;
    private final ConsentLetters letters;
    private final InsightSettings insights;
    private final UpkeepSettings upkeep;
    private final InstantSource instants;

    public SettingsParts(
            MailServers servers,
            EnrichmentSettings settings,
            Enrichments enrichments,
            ConsentLetters letters,
            InsightSettings insights,
            UpkeepSettings upkeep,
            InstantSource instants) {
        this.servers = servers;
        this.settings = settings;
        this.enrichments = enrichments;
        this.letters = letters;
        this.insights = insights;
        this.upkeep = upkeep;
        this.instants = instants;
    }

    SettingsView.MailPart mail() {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("port", "587", "protection", "STARTTLS"));
        servers.find().ifPresent(server -> {
            fields.put("host", server.host());
            fields.put("port", Integer.toString(server.port()));
            fields.put("protection", server.protection().name());
            fields.put("user", server.user());
            fields.put("from", server.from().value());
            fields.put(
                    "administrators",
                    server.administrators().stream().map(Address::value).collect(Collectors.joining("\n")));
        });
        return mail(fields, "");
    }

    SettingsView.MailPart mail(Map<String, String> fields, String problem) {
        Map<String, String> shown = new LinkedHashMap<>(fields);
        shown.remove("password");
        Optional<MailServer> known = servers.find();
        return new SettingsView.MailPart(
                known.isPresent(),
                known.filter(server -> !server.password().isEmpty()).isPresent(),
                shown,
                problem,
                waiting());
    }

    /**
     * Says what has come of it.
     *
     * @throws RapportException {@link io.rapport.serve.mail.MailError#MAIL_SETTING}
     */
    String setMail(Map<String, String> sent) {
        if (text(sent, "host").isEmpty() && servers.find().isPresent()) {
            servers.clear();
            return "No mail is sent any more. Consent is given under Consent below.";
        }
        String user = text(sent, "user");
        String typed = text(sent, "password");
        String kept = servers.find()
                .filter(server -> server.user().equals(user) && server.host().equals(text(sent, "host")))
                .map(MailServer::password)
                .orElse("");
        servers.set(MailServer.of(
                text(sent, "host"),
                text(sent, "port"),
                text(sent, "protection"),
                user,
                typed.isEmpty() ? kept : typed,
                text(sent, "from"),
                text(sent, "administrators")));
        letters.tryNow();
        return "The mail server is kept. Letters that wait are sent now.";
    }

    SettingsView.EnrichmentPart enrichments() {
        return enrichments(
                Map.of(
                        "delay", Long.toString(settings.firstRunDelay().toHours()),
                        "schedule", settings.schedule().text(),
                        "zone", settings.timeZone().getId()),
                "");
    }

    SettingsView.EnrichmentPart enrichments(Map<String, String> fields, String problem) {
        return new SettingsView.EnrichmentPart(
                fields,
                problem,
                ZoneId.getAvailableZoneIds().stream().sorted().toList(),
                enrichments.list().stream()
                        .filter(enrichment -> enrichment.state() != EnrichmentState.DELETED)
                        .map(this::line)
                        .toList());
    }

    /** @throws RapportException with everything that is wrong */
    void setEnrichments(Map<String, String> sent) {
        settings.set(text(sent, "delay"), text(sent, "schedule"), text(sent, "zone"));
    }

    SettingsView.InsightPart insights() {
        return new SettingsView.InsightPart(Integer.toString(insights.minimumPeople()), "");
    }

    /** @throws RapportException {@link io.rapport.serve.insight.InsightError#INSIGHT_SETTING} */
    void setInsights(Map<String, String> sent) {
        insights.setMinimumPeople(text(sent, "minimum"));
    }

    SettingsView.RetentionPart retention() {
        return new SettingsView.RetentionPart(
                Integer.toString(upkeep.keptFor().months()), Integer.toString(upkeep.keptRuns()), "");
    }

    SettingsView.RetentionPart retention(Map<String, String> sent, String problem) {
        return new SettingsView.RetentionPart(text(sent, "months"), text(sent, "runs"), problem);
    }

    /** @throws RapportException {@link io.rapport.serve.upkeep.UpkeepError#RETENTION_SETTING} */
    void setRetention(Map<String, String> sent) {
        upkeep.set(text(sent, "months"), text(sent, "runs"));
    }

    private SettingsView.ConsentLine line(Enrichment enrichment) {
        EnrichmentState state = enrichment.state();
        return new SettingsView.ConsentLine(
                enrichment.name(),
                enrichment.output(),
                state.words(),
                state.colour(),
                "asked for by " + enrichment.askedBy() + " " + Say.ago(enrichment.createdAt(), instants.instant()),
                !state.isConsented(),
                state.isConsented());
    }

    private String waiting() {
        long waiting = enrichments.list().stream()
                .filter(enrichment -> enrichment.state() == EnrichmentState.WAITING_FOR_CONSENT)
                .flatMap(enrichment -> letters.find(enrichment.id()).stream())
                .map(ConsentLetter::problemCode)
                .filter(java.util.Objects::nonNull)
                .count();
        return waiting == 0
                ? ""
                : Say.count(waiting, "letter waits", "letters wait")
                        + ": the mail server did not take them. They are tried again, at most an hour apart.";
    }

    private static String text(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }

    /** What can protect the way to a mail server. */
    public static List<MailServer.Protection> protections() {
        return List.of(MailServer.Protection.values());
    }
}
