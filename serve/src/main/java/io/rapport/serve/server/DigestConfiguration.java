package io.rapport.serve.server;

import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.digest.Deliveries;
import io.rapport.serve.digest.DeliveryRound;
import io.rapport.serve.digest.DigestRound;
import io.rapport.serve.digest.DigestRun;
import io.rapport.serve.digest.DigestSettings;
import io.rapport.serve.digest.Digests;
import io.rapport.serve.digest.Readers;
import io.rapport.serve.digest.WebhookPost;
import io.rapport.serve.digest.Webhooks;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.mail.MailServers;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.digest.DigestPages;
import io.rapport.serve.web.digest.DigestSettingsPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Digests: how they are made, sent, and shown. */
@Configuration(proxyBeanMethods = false)
class DigestConfiguration {

    @Bean
    Digests digests(ServeState state) {
        return new Digests(state);
    }

    @Bean
    Readers digestReaders(ServeState state, ServerPlan plan) {
        return new Readers(state, plan.secrets(), plan.instants());
    }

    @Bean
    Webhooks webhooks(Settings settings, ServerPlan plan) {
        return new Webhooks(settings, plan.secrets());
    }

    @Bean
    WebhookPost webhookPost(ServeState state, AccessLog access, ServerPlan plan) {
        return new WebhookPost(state, access, plan.instants());
    }

    @Bean
    DigestSettings digestSettings(Settings settings) {
        return new DigestSettings(settings);
    }

    @Bean
    Deliveries deliveries(ServeState state, Readers readers, Webhooks webhooks, ServerPlan plan) {
        return new Deliveries(state, readers, webhooks::isConfigured, plan.instants());
    }

    @Bean
    DigestRun digestRun(
            Digests digests,
            Deliveries deliveries,
            ServedRuns runs,
            AccountReader reader,
            DigestSettings settings,
            ServerPlan plan) {
        return new DigestRun(digests, deliveries, runs, reader, settings, plan.instants());
    }

    @Bean
    DigestRound digestRound(Enrichments enrichments, DigestRun digests, Jobs jobs) {
        return new DigestRound(enrichments, digests, jobs);
    }

    @Bean
    DeliveryRound deliveryRound(
            Digests digests,
            Deliveries deliveries,
            Readers readers,
            MailServers servers,
            Webhooks webhooks,
            WebhookPost post,
            AccessLog access,
            ServerPlan plan,
            ServedAt at) {
        return new DeliveryRound(
                digests, deliveries, readers, servers, webhooks, post, access, plan.instants(), at::find);
    }

    @Bean
    DigestPages digestPages(
            Pages pages, Digests digests, Readers readers, ServedRuns runs, Enrichments enrichments, ServerPlan plan) {
        return new DigestPages(pages, digests, readers, runs, enrichments, plan);
    }

    @Bean
    DigestSettingsPages digestSettingsPages(
            Pages pages, DigestSettings settings, Webhooks webhooks, WebhookPost post, ServerPlan plan) {
        return new DigestSettingsPages(pages, settings, webhooks, post, plan.instants());
    }
}
