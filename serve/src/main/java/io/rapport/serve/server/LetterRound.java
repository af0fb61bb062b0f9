package io.rapport.serve.server;

import io.rapport.core.error.RapportException;
import io.rapport.serve.enrichment.ConsentLetter;
import io.rapport.serve.enrichment.ConsentLetters;
import io.rapport.serve.enrichment.ConsentWords;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.mail.MailServer;
import io.rapport.serve.mail.MailServers;
import io.rapport.serve.mail.Post;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Sends the letters that ask for consent; one that can't be sent is tried again later. */
final class LetterRound {

    private final Enrichments enrichments;
    private final ConsentLetters letters;
    private final MailServers servers;
    private final ServerLog log;
    private final InstantSource instants;
    private final Supplier<Optional<URI>> url;

    /** @param url where people open this server; empty until that is known */
    LetterRound(
            Enrichments enrichments,
            ConsentLetters letters,
            MailServers servers,
            ServerLog log,
            InstantSource instants,
            Supplier<Optional<URI>> url) {
        this.enrichments = enrichments;
        this.letters = letters;
        this.servers = servers;
        this.log = log;
        this.instants = instants;
        this.url = url;
    }

    void round() {
        Optional<URI> here = url.get();
        MailServer server = servers.find().orElse(null);
        if (server == null || here.isEmpty()) {
            return;
        }
        for (ConsentLetter letter : letters.due()) {
            enrichments
                    .findById(letter.enrichment())
                    .ifPresent(enrichment -> send(server, letter, enrichment, here.get()));
        }
    }

    private void send(MailServer server, ConsentLetter letter, Enrichment enrichment, URI here) {
        try {
            Post.send(
                    server,
                    "Consent asked for: " + enrichment.name(),
                    ConsentWords.letter(enrichment, here + "/enrichment/" + enrichment.output() + "/consent"),
                    instants.instant());
            letters.sent(letter);
            log.event("consent-letter", Map.of("sent", true));
        } catch (RapportException failed) {
            letters.failed(letter, failed.code().name());
            log.event(
                    "consent-letter",
                    Map.of("sent", false, "code", failed.code().name()));
        }
    }
}
