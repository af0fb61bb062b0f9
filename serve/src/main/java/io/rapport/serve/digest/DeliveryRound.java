package io.rapport.serve.digest;

import io.rapport.core.error.RapportException;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.mail.MailServer;
import io.rapport.serve.mail.MailServers;
import io.rapport.serve.mail.Post;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends what is owed for digests. A letter whose process died in the middle is not sent again, for it may have arrived; a
 * call is made again, under the same id, by which its receiver knows it.
 */
public final class DeliveryRound {

    private final Digests digests;
    private final Deliveries deliveries;
    private final Readers readers;
    private final MailServers servers;
    private final Webhooks webhooks;
    private final WebhookPost post;
    private final AccessLog access;
    private final InstantSource instants;
    private final Supplier<Optional<URI>> url;

    /** @param url where people open this server; empty until that is known */
    public DeliveryRound(
            Digests digests,
            Deliveries deliveries,
            Readers readers,
            MailServers servers,
            Webhooks webhooks,
            WebhookPost post,
            AccessLog access,
            InstantSource instants,
            Supplier<Optional<URI>> url) {
        this.digests = digests;
        this.deliveries = deliveries;
        this.readers = readers;
        this.servers = servers;
        this.webhooks = webhooks;
        this.post = post;
        this.access = access;
        this.instants = instants;
        this.url = url;
    }

    public void round() {
        URI here = url.get().orElse(null);
        if (here == null) {
            return;
        }
        MailServer server = servers.find().orElse(null);
        if (server != null) {
            deliveries.due(Delivery.Way.MAIL).forEach(delivery -> mail(server, delivery, here));
        }
        deliveries.due(Delivery.Way.WEBHOOK).forEach(delivery -> call(delivery, here));
    }

    private void mail(MailServer server, Delivery delivery, URI here) {
        if (!deliveries.take(delivery)) {
            return;
        }
        Digest digest = digests.find(delivery.run()).orElse(null);
        Readers.Reader reader =
                readers.find(delivery.personId(), delivery.output()).orElse(null);
        if (digest == null || reader == null || delivery.isBrokenOff()) {
            deliveries.giveUp(delivery);
            return;
        }
        access.add(new AccessEvent(
                reader.personId(),
                "a reader of digests",
                reader.role().word(),
                AccessAction.EXPORT,
                "Digest: mailed",
                digest.run(),
                "",
                true));
        URI subscription = URI.create(here + "/digests?enrichment=" + digest.output());
        try {
            Post.send(
                    server,
                    List.of(reader.address()),
                    DigestLetter.subject(digest),
                    DigestLetter.text(
                            digest, reader.role(), here + "/digests/" + digest.run(), subscription.toString()),
                    subscription,
                    instants.instant());
            deliveries.arrived(delivery);
        } catch (RapportException failed) {
            deliveries.failed(delivery);
        }
    }

    private void call(Delivery delivery, URI here) {
        if (!deliveries.take(delivery)) {
            return;
        }
        Digest digest = digests.find(delivery.run()).orElse(null);
        Webhook webhook = webhooks.find().orElse(null);
        if (digest == null || webhook == null) {
            deliveries.giveUp(delivery);
        } else if (post.post(webhook, delivery, digest, here + "/digests/" + digest.run())) {
            deliveries.arrived(delivery);
        } else {
            deliveries.failed(delivery);
        }
    }
}
