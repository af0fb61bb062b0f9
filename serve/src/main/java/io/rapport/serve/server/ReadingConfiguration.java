package io.rapport.serve.server;

import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.approval.Approvals;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.Overviews;
import io.rapport.serve.customer.ReadyOverview;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.dataset.ExtractionPlace;
import io.rapport.serve.dataset.Extractions;
import io.rapport.serve.dataset.KeptExtractions;
import io.rapport.serve.dataset.Pseudonyms;
import io.rapport.serve.dataset.Samples;
import io.rapport.serve.enrichment.EnrichmentResults;
import io.rapport.serve.enrichment.EnrichmentSettings;
import io.rapport.serve.export.ExportSource;
import io.rapport.serve.export.ScheduledExportRun;
import io.rapport.serve.export.ScheduledExports;
import io.rapport.serve.insight.Collaborations;
import io.rapport.serve.insight.ContactActivities;
import io.rapport.serve.insight.InsightSettings;
import io.rapport.serve.insight.KeptDepartments;
import io.rapport.serve.profile.ProfileUploads;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.segment.SegmentCounts;
import io.rapport.serve.segment.SegmentRound;
import io.rapport.serve.segment.Segments;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what reads the home for pages, the API and jobs: runs, customers, segments, exports, profiles, extractions, reports. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    private static final long READING_MEMORY = 128L << 20;
    private static final int READING_THREADS = 2;

    /** For all pages that read customers. */
    @Bean
    AccountReader accountReader(ServerPlan plan) {
        return new AccountReader(
                new DuckDbSettings(READING_MEMORY, READING_THREADS, plan.home().temporary()));
    }

    @Bean
    Samples samples(ServerPlan plan, Lake lake, Settings settings, ContactActivities later) {
        return new Samples(
                lake::snapshot,
                new DuckDbSettings(READING_MEMORY, READING_THREADS, plan.home().temporary()),
                new Pseudonyms(settings, plan.secrets()),
                plan.instants(),
                later::later);
    }

    @Bean
    ContactActivities contactActivities(ServerPlan plan, Lake lake, InsightSettings settings, ServerLog log) {
        return new ContactActivities(
                plan.home(),
                lake::snapshot,
                settings,
                new DuckDbSettings(READING_MEMORY, READING_THREADS, plan.home().temporary()),
                plan.instants(),
                error -> log.error("", "contact activity", error));
    }

    @Bean
    InsightSettings insightSettings(Settings settings) {
        return new InsightSettings(settings);
    }

    @Bean
    Collaborations collaborations(
            ServerPlan plan,
            Lake lake,
            ServeState state,
            Settings settings,
            InsightSettings insights,
            EnrichmentSettings enrichments) {
        return new Collaborations(
                plan.home(),
                lake::snapshot,
                insights,
                enrichments::timeZone,
                new KeptDepartments(state, settings, plan.secrets()),
                plan.instants());
    }

    @Bean
    Approvals approvals(ServeState state, ServerPlan plan, AccessLog access) {
        return new Approvals(state, plan.instants(), access);
    }

    @Bean
    KeptExtractions keptExtractions(ServerPlan plan, ServeState state, Lake lake, Approvals approvals) {
        return new KeptExtractions(
                new Extractions(state, plan.instants()),
                new ExtractionPlace(plan.home()),
                lake::snapshot,
                new DuckDbSettings(READING_MEMORY, READING_THREADS, plan.home().temporary()),
                approvals);
    }

    @Bean
    RunLog runLog(ServeState state, ServerPlan plan) {
        return new RunLog(state, plan.instants());
    }

    @Bean
    Profiles profiles(ServeState state, ServerPlan plan) {
        return new Profiles(plan.home(), state, plan.instants());
    }

    @Bean
    ProfileUploads profileUploads(ServerPlan plan) {
        return new ProfileUploads(plan.home(), plan.instants());
    }

    @Bean
    ServedRuns servedRuns(ServerPlan plan, RunLog runs, EnrichmentSettings settings) {
        return new ServedRuns(plan.home(), runs, settings::findPrimary);
    }

    @Bean
    Customers customers(ServedRuns runs, AccountReader reader) {
        return new Customers(runs, reader);
    }

    @Bean
    Overviews overviews(ServedRuns runs, AccountReader reader) {
        return new Overviews(runs, reader);
    }

    @Bean
    ReadyOverview readyOverview(ServedRuns runs, Overviews overviews, ContactActivities later) {
        return new ReadyOverview(runs, overviews, later::later);
    }

    @Bean
    EnrichmentResults enrichmentResults(RunLog runs, ServedRuns served, AccountReader reader) {
        return new EnrichmentResults(runs, served, reader);
    }

    @Bean
    Segments segments(ServeState state, ServerPlan plan) {
        return new Segments(state, plan.instants());
    }

    @Bean
    SegmentCounts segmentCounts(ServeState state, ServedRuns runs, AccountReader reader) {
        return new SegmentCounts(state, runs, reader);
    }

    @Bean
    SegmentRound segmentRound(Segments segments, SegmentCounts counts, ServedRuns runs) {
        return new SegmentRound(segments, counts, runs);
    }

    @Bean
    ExportSource exportSource(ServedRuns runs, Segments segments) {
        return new ExportSource(runs, segments);
    }

    @Bean
    ScheduledExports scheduledExports(ServerPlan plan, ServeState state) {
        return new ScheduledExports(plan.home(), state, plan.instants());
    }

    @Bean
    ScheduledExportRun scheduledExportRun(
            ServerPlan plan, ScheduledExports exports, ServedRuns runs, AccessLog access) {
        return new ScheduledExportRun(plan.home(), exports, runs, access, plan.instants(), plan.engine());
    }
}
