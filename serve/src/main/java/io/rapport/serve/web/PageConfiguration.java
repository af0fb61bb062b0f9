package io.rapport.serve.web;

import io.rapport.lake.Lake;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.gate.ApiSettings;
import io.rapport.serve.api.key.ApiKeys;
import io.rapport.serve.approval.Approvals;
import io.rapport.serve.connection.LastFindings;
import io.rapport.serve.connection.PendingConsents;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.Overviews;
import io.rapport.serve.dataset.KeptExtractions;
import io.rapport.serve.dataset.Samples;
import io.rapport.serve.enrichment.Drafts;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.erasure.Certificates;
import io.rapport.serve.erasure.DataErasures;
import io.rapport.serve.export.ExportSource;
import io.rapport.serve.insight.Collaborations;
import io.rapport.serve.insight.ContactActivities;
import io.rapport.serve.insight.InsightSettings;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.profile.ProfileUploads;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.security.LinkSignIn;
import io.rapport.serve.security.SignInProviders;
import io.rapport.serve.segment.SegmentCounts;
import io.rapport.serve.segment.Segments;
import io.rapport.serve.server.ServerLog;
import io.rapport.serve.server.ServerMetrics;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.upkeep.UpkeepRound;
import io.rapport.serve.upkeep.UpkeepSettings;
import io.rapport.serve.web.approval.ApprovalPages;
import io.rapport.serve.web.connection.ConnectPages;
import io.rapport.serve.web.connection.ConnectionListPage;
import io.rapport.serve.web.connection.ConnectionPages;
import io.rapport.serve.web.connection.ConsentPages;
import io.rapport.serve.web.connection.DisconnectPages;
import io.rapport.serve.web.connection.FolderPages;
import io.rapport.serve.web.customer.CustomerPages;
import io.rapport.serve.web.dataset.DatasetPages;
import io.rapport.serve.web.dataset.ExtractPages;
import io.rapport.serve.web.dataset.ExtractionFiles;
import io.rapport.serve.web.dataset.ExtractionPages;
import io.rapport.serve.web.dataset.ExtractionWords;
import io.rapport.serve.web.help.HelpPage;
import io.rapport.serve.web.home.HomePage;
import io.rapport.serve.web.insight.CollaborationPage;
import io.rapport.serve.web.insight.ContactActivityPage;
import io.rapport.serve.web.job.JobPages;
import io.rapport.serve.web.job.JobStream;
import io.rapport.serve.web.profile.AddContactPages;
import io.rapport.serve.web.profile.ProfilePages;
import io.rapport.serve.web.profile.UploadPages;
import io.rapport.serve.web.segment.BuilderPages;
import io.rapport.serve.web.segment.EditPages;
import io.rapport.serve.web.segment.MemberPages;
import io.rapport.serve.web.segment.SegmentPages;
import io.rapport.serve.web.signin.SignInPages;
import io.rapport.serve.web.system.AccessLogPages;
import io.rapport.serve.web.system.ApiKeyParts;
import io.rapport.serve.web.system.DataErasurePages;
import io.rapport.serve.web.system.ErasurePages;
import io.rapport.serve.web.system.SettingsPages;
import io.rapport.serve.web.system.SettingsParts;
import io.rapport.serve.web.system.StatusPages;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The pages. */
@Configuration(proxyBeanMethods = false)
public class PageConfiguration {

    @Bean
    Pages pages(ServerPlan plan) {
        return new Pages(plan.title(), AssetVersion.find());
    }

    @Bean
    ErrorPages errorPages(Pages pages, ServerLog log) {
        return new ErrorPages(pages, log);
    }

    @Bean
    Failures failures(Pages pages, ServerLog log) {
        return new Failures(pages, log);
    }

    /** Around everything else, sessions too; and around what answers errors. */
    @Bean
    FilterRegistrationBean<LastResort> lastResort(ServerLog log) {
        FilterRegistrationBean<LastResort> filter = new FilterRegistrationBean<>(new LastResort(log));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    @Bean
    ThemeChoice themeChoice() {
        return new ThemeChoice();
    }

    @Bean
    Health health(ServeState state) {
        return new Health(state);
    }

    @Bean
    SignInPages signInPages(Pages pages, SignInProviders providers, LinkSignIn links) {
        return new SignInPages(pages, providers, links);
    }

    @Bean
    HelpPage helpPage(Pages pages) {
        return new HelpPage(pages);
    }

    @Bean
    HomePage homePage(
            Pages pages,
            Lake lake,
            ServeState state,
            SignInProviders providers,
            ServerPlan plan,
            Customers customers,
            Overviews overviews,
            UpkeepSettings upkeep) {
        return new HomePage(pages, lake, state, providers, plan, customers, overviews, upkeep);
    }

    @Bean
    CustomerPages customerPages(Pages pages, Customers customers, ServerPlan plan) {
        return new CustomerPages(pages, customers, plan.instants());
    }

    @Bean
    Downloads downloads(ServerPlan plan) {
        return new Downloads(plan.home(), plan.instants());
    }

    @Bean
    SegmentPages segmentPages(
            Pages pages, Segments segments, SegmentCounts counts, Customers customers, ServerPlan plan) {
        return new SegmentPages(pages, segments, counts, customers, plan.instants());
    }

    @Bean
    MemberPages memberPages(Segments segments, Customers customers, ExportSource source, Downloads downloads) {
        return new MemberPages(segments, customers, source, downloads);
    }

    @Bean
    BuilderPages builderPages(Pages pages, Segments segments, SegmentCounts counts, Customers customers) {
        return new BuilderPages(pages, segments, counts, customers);
    }

    @Bean
    EditPages editPages(Pages pages, Segments segments, SegmentCounts counts, Customers customers) {
        return new EditPages(pages, segments, counts, customers);
    }

    @Bean
    DatasetPages datasetPages(Pages pages, Lake lake, Samples samples, ExtractionWords words, Approvals approvals) {
        return new DatasetPages(pages, lake, samples, words, approvals);
    }

    @Bean
    ApprovalPages approvalPages(Pages pages, Approvals approvals, ServerPlan plan) {
        return new ApprovalPages(pages, approvals, plan.instants());
    }

    @Bean
    ExtractionWords extractionWords(KeptExtractions kept, Jobs jobs, ServerPlan plan) {
        return new ExtractionWords(kept, jobs, plan.instants());
    }

    @Bean
    ContactActivityPage contactActivityPage(Pages pages, ContactActivities activities, InsightSettings settings) {
        return new ContactActivityPage(pages, activities, settings);
    }

    @Bean
    CollaborationPage collaborationPage(Pages pages, Collaborations collaborations, ServerPlan plan) {
        return new CollaborationPage(pages, collaborations, plan.instants());
    }

    @Bean
    ExtractPages extractPages(Pages pages, KeptExtractions kept, Approvals approvals, Workshop workshop) {
        return new ExtractPages(pages, kept, approvals, workshop);
    }

    @Bean
    ExtractionPages extractionPages(
            Pages pages, KeptExtractions kept, ExtractionWords words, Jobs jobs, Workshop workshop) {
        return new ExtractionPages(pages, kept, words, jobs, workshop);
    }

    @Bean
    ExtractionFiles extractionFiles(KeptExtractions kept, ExtractionWords words) {
        return new ExtractionFiles(kept, words);
    }

    @Bean
    ProfilePages profilePages(Pages pages, Profiles profiles, Enrichments enrichments, RunLog runs, ServerPlan plan) {
        return new ProfilePages(pages, profiles, enrichments, runs, plan.instants());
    }

    @Bean
    AddContactPages addContactPages(Pages pages, Profiles profiles, Customers customers) {
        return new AddContactPages(pages, profiles, customers);
    }

    @Bean
    UploadPages uploadPages(Pages pages, Profiles profiles, ProfileUploads uploads, Drafts drafts) {
        return new UploadPages(pages, profiles, uploads, drafts);
    }

    @Bean
    ErasurePages erasurePages(
            Pages pages, Lake lake, ServeState state, ServerPlan plan, Workshop workshop, DataErasures data) {
        return new ErasurePages(pages, lake, state, plan, workshop, data);
    }

    @Bean
    DataErasurePages dataErasurePages(DataErasures erasures, ServerPlan plan, Workshop workshop) {
        return new DataErasurePages(erasures, new Certificates(plan.home()), workshop);
    }

    @Bean
    AccessLogPages accessLogPages(Pages pages, AccessLog log) {
        return new AccessLogPages(pages, log);
    }

    @Bean
    ApiKeyParts apiKeyParts(ApiKeys keys, ApiSettings settings, AccessLog log, ServerPlan plan) {
        return new ApiKeyParts(keys, settings, log, plan.instants());
    }

    @Bean
    SettingsPages settingsPages(Pages pages, SignInProviders providers, SettingsParts parts, ApiKeyParts keys) {
        return new SettingsPages(pages, providers, parts, keys);
    }

    @Bean
    LastFindings lastFindings() {
        return new LastFindings();
    }

    @Bean
    ConnectionPages connectionPages(
            Pages pages,
            Lake lake,
            ServeState state,
            ServerPlan plan,
            Jobs jobs,
            Workshop workshop,
            LastFindings found) {
        return new ConnectionPages(pages, lake, state, plan, jobs, workshop, found);
    }

    @Bean
    ConnectionListPage connectionListPage(Pages pages, Lake lake, ServeState state, ServerPlan plan, Jobs jobs) {
        return new ConnectionListPage(pages, lake, state, plan, jobs);
    }

    @Bean
    DisconnectPages disconnectPages(
            Pages pages, Lake lake, ServeState state, ServerPlan plan, Jobs jobs, Workshop workshop) {
        return new DisconnectPages(pages, lake, state, plan, jobs, workshop);
    }

    @Bean
    ConnectPages connectPages(Pages pages, ServeState state, ServerPlan plan, PendingConsents pending) {
        return new ConnectPages(pages, state, plan, pending);
    }

    @Bean
    ConsentPages consentPages(
            Pages pages,
            ServeState state,
            ServerPlan plan,
            PendingConsents pending,
            Workshop workshop,
            LastFindings found,
            ServerLog log) {
        return new ConsentPages(pages, state, plan, pending, workshop, found, log);
    }

    @Bean
    FolderPages folderPages(Pages pages, ServeState state, ServerPlan plan, Workshop workshop) {
        return new FolderPages(pages, state, plan, workshop);
    }

    @Bean
    JobStream jobStream(Pages pages, Jobs jobs, ServerPlan plan) {
        return new JobStream(pages, jobs, plan.instants());
    }

    @Bean
    JobPages jobPages(Pages pages, Jobs jobs, Workshop workshop, ServerPlan plan, JobStream stream) {
        return new JobPages(pages, jobs, workshop, plan.instants(), stream);
    }

    @Bean
    StatusPages statusPages(
            Pages pages,
            Lake lake,
            ServerPlan plan,
            Jobs jobs,
            Workshop workshop,
            Settings settings,
            UpkeepRound upkeep) {
        return new StatusPages(pages, lake, plan, jobs, workshop, settings, upkeep);
    }

    @Bean
    MetricsPage metricsPage(ServerMetrics metrics, ServerPlan plan) {
        return new MetricsPage(metrics, plan.metricsToken());
    }
}
