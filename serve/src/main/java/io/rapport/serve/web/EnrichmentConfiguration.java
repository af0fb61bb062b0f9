package io.rapport.serve.web;

import io.rapport.serve.enrichment.ConsentLetters;
import io.rapport.serve.enrichment.CustomerSets;
import io.rapport.serve.enrichment.Drafts;
import io.rapport.serve.enrichment.EnrichmentResults;
import io.rapport.serve.enrichment.EnrichmentSettings;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import io.rapport.serve.enrichment.ProfileCustomerSets;
import io.rapport.serve.enrichment.Selections;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.mail.MailServers;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.web.enrichment.EnrichmentCommands;
import io.rapport.serve.web.enrichment.EnrichmentConsentPages;
import io.rapport.serve.web.enrichment.EnrichmentPages;
import io.rapport.serve.web.enrichment.RunPanes;
import io.rapport.serve.web.enrichment.SavedWords;
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
    CustomerSets customerSets(Profiles profiles) {
        return new ProfileCustomerSets(profiles);
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
    EnrichmentPages enrichmentPages(
            Pages pages,
            EnrichmentResults results,
            Enrichments enrichments,
            Drafts drafts,
            SavedWords words,
            RunPanes panes,
            ServerPlan plan) {
        return new EnrichmentPages(pages, results, enrichments, drafts, words, panes, plan.instants());
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
            CustomerSets sets,
            RunLog runs,
            MailServers mail) {
        return WizardPages.of(pages, drafts, enrichments, settings, lifecycle, selections, sets, runs, mail);
    }

    @Bean
    SettingsParts settingsParts(
            MailServers mail,
            EnrichmentSettings settings,
            Enrichments enrichments,
            ConsentLetters letters,
            ServerPlan plan) {
        return new SettingsParts(mail, settings, enrichments, letters, plan.instants());
    }
}
