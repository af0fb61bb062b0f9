package io.rapport.serve.web;

import io.rapport.serve.enrichment.ConsentLetters;
import io.rapport.serve.enrichment.Drafts;
import io.rapport.serve.enrichment.EnrichmentResults;
import io.rapport.serve.enrichment.EnrichmentSettings;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import io.rapport.serve.enrichment.Selections;
import io.rapport.serve.export.ExportSource;
import io.rapport.serve.export.ScheduledExports;
import io.rapport.serve.insight.InsightSettings;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.mail.MailServers;
import io.rapport.serve.profile.ProfileUploads;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.upkeep.UpkeepSettings;
import io.rapport.serve.web.enrichment.EnrichmentCommands;
import io.rapport.serve.web.enrichment.EnrichmentConsentPages;
import io.rapport.serve.web.enrichment.EnrichmentPages;
import io.rapport.serve.web.enrichment.ExportWords;
import io.rapport.serve.web.enrichment.RunPanes;
import io.rapport.serve.web.enrichment.SavedWords;
import io.rapport.serve.web.enrichment.ScheduledExportPages;
import io.rapport.serve.web.enrichment.TablePages;
import io.rapport.serve.web.system.SettingsParts;
import io.rapport.serve.web.wizard.WizardPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages about enrichments, and what they need. */
@Configuration(proxyBeanMethods = false)
public class EnrichmentConfiguration {

    @Bean
    Drafts drafts(ServeState state, ServerPlan plan) {
        return new Drafts(state, plan.instants());
    }

    @Bean
    RunPanes runPanes(Jobs jobs, RunLog runs, ServerPlan plan) {
        return new RunPanes(jobs, runs, plan.instants());
    }

    @Bean
    SavedWords savedWords(
            EnrichmentSettings settings, ConsentLetters letters, MailServers mail, RunPanes panes, ServerPlan plan) {
        return new SavedWords(settings, letters, mail, panes, plan.instants());
    }

    @Bean
    ExportWords exportWords(
            ScheduledExports exports, ExportSource source, Enrichments enrichments, Jobs jobs, ServerPlan plan) {
        return new ExportWords(exports, source, enrichments, jobs, plan.instants());
    }

    @Bean
    TablePages tablePages(ExportSource source, Downloads downloads) {
        return new TablePages(source, downloads);
    }

    @Bean
    ScheduledExportPages scheduledExportPages(
            Pages pages, ScheduledExports exports, ExportWords words, Workshop workshop, ServerPlan plan) {
        return new ScheduledExportPages(pages, exports, words, workshop, plan);
    }

    @Bean
    EnrichmentPages enrichmentPages(
            Pages pages,
            EnrichmentResults results,
            Enrichments enrichments,
            Drafts drafts,
            SavedWords words,
            RunPanes panes,
            ExportWords exports,
            ServerPlan plan) {
        return new EnrichmentPages(pages, results, enrichments, drafts, words, panes, exports, plan.instants());
    }

    @Bean
    EnrichmentCommands enrichmentCommands(
            Pages pages, Enrichments enrichments, EnrichmentSettings settings, Lifecycle lifecycle) {
        return new EnrichmentCommands(pages, enrichments, settings, lifecycle);
    }

    @Bean
    EnrichmentConsentPages enrichmentConsentPages(
            Pages pages, Enrichments enrichments, Lifecycle lifecycle, SavedWords words, ServerPlan plan) {
        return new EnrichmentConsentPages(pages, enrichments, lifecycle, words, plan.instants());
    }

    @Bean
    WizardPages wizardPages(
            Pages pages,
            Drafts drafts,
            Enrichments enrichments,
            EnrichmentSettings settings,
            Lifecycle lifecycle,
            Selections selections,
            Profiles profiles,
            ProfileUploads uploads,
            RunLog runs,
            MailServers mail) {
        return WizardPages.of(
                pages, drafts, enrichments, settings, lifecycle, selections, profiles, uploads, runs, mail);
    }

    @Bean
    SettingsParts settingsParts(
            MailServers mail,
            EnrichmentSettings settings,
            Enrichments enrichments,
            ConsentLetters letters,
            InsightSettings insights,
            UpkeepSettings upkeep,
            ServerPlan plan) {
        return new SettingsParts(mail, settings, enrichments, letters, insights, upkeep, plan.instants());
    }
}
