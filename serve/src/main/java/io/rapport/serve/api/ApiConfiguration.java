package io.rapport.serve.api;

import io.rapport.core.program.ProgramVersion;
import io.rapport.lake.Lake;
import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.document.OpenApiDocument;
import io.rapport.serve.api.front.ApiEdge;
import io.rapport.serve.api.front.ApiFrontDoor;
import io.rapport.serve.api.front.Operations;
import io.rapport.serve.api.gate.ApiSecurity;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.resource.AddedContactOperations;
import io.rapport.serve.api.resource.ApprovalOperations;
import io.rapport.serve.api.resource.ConnectionOperations;
import io.rapport.serve.api.resource.ConnectionStandings;
import io.rapport.serve.api.resource.ConnectionWork;
import io.rapport.serve.api.resource.ConsentOperations;
import io.rapport.serve.api.resource.CountedSegments;
import io.rapport.serve.api.resource.CustomerOperations;
import io.rapport.serve.api.resource.DataErasureOperations;
import io.rapport.serve.api.resource.DatasetOperations;
import io.rapport.serve.api.resource.DigestOperations;
import io.rapport.serve.api.resource.EnrichmentOperations;
import io.rapport.serve.api.resource.ErasureOperations;
import io.rapport.serve.api.resource.ExtractionOperations;
import io.rapport.serve.api.resource.JobOperations;
import io.rapport.serve.api.resource.KnownEnrichments;
import io.rapport.serve.api.resource.KnownExtractions;
import io.rapport.serve.api.resource.MemberOperations;
import io.rapport.serve.api.resource.ProfileOperations;
import io.rapport.serve.api.resource.ReportOperations;
import io.rapport.serve.api.resource.RunOperations;
import io.rapport.serve.api.resource.ScheduledExportOperations;
import io.rapport.serve.api.resource.SegmentOperations;
import io.rapport.serve.api.resource.SpecOperations;
import io.rapport.serve.api.resource.SystemOperations;
import io.rapport.serve.api.resource.TableOperations;
import io.rapport.serve.api.resource.UpkeepOperations;
import io.rapport.serve.approval.Approvals;
import io.rapport.serve.connection.LastFindings;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.Overviews;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.dataset.KeptExtractions;
import io.rapport.serve.dataset.Samples;
import io.rapport.serve.digest.Digests;
import io.rapport.serve.enrichment.EnrichmentResults;
import io.rapport.serve.enrichment.EnrichmentSettings;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import io.rapport.serve.enrichment.Selections;
import io.rapport.serve.enrichment.SpecCheck;
import io.rapport.serve.erasure.Certificates;
import io.rapport.serve.erasure.DataErasures;
import io.rapport.serve.erasure.PersonErasures;
import io.rapport.serve.export.ExportSource;
import io.rapport.serve.export.ScheduledExports;
import io.rapport.serve.insight.Collaborations;
import io.rapport.serve.insight.ContactActivities;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.profile.ProfileUploads;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.segment.SegmentCounts;
import io.rapport.serve.segment.Segments;
import io.rapport.serve.server.ServerLog;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.upkeep.UpkeepSettings;
import io.rapport.serve.web.Downloads;
import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** The API of programs. */
@Configuration(proxyBeanMethods = false)
@Import(ApiSecurity.class)
public class ApiConfiguration {

    /** A group of operations. */
    @FunctionalInterface
    interface Group {
        List<Operation> list();
    }

    @Bean
    Group runGroup(RunLog runs, ServedRuns served) {
        return new RunOperations(runs, served)::list;
    }

    @Bean
    Group tableGroup(ServedRuns served, AccountReader reader) {
        return new TableOperations(served, reader)::list;
    }

    @Bean
    Group customerGroup(ServedRuns served, Customers customers, Overviews overviews) {
        return new CustomerOperations(served, customers, overviews)::list;
    }

    @Bean
    CountedSegments countedSegments(Segments segments, SegmentCounts counts, ServedRuns served) {
        return new CountedSegments(segments, counts, served);
    }

    @Bean
    Group segmentGroup(Segments segments, CountedSegments counted) {
        return new SegmentOperations(segments, counted)::list;
    }

    @Bean
    Group memberGroup(CountedSegments counted, ServedRuns served, Customers customers, ExportSource source) {
        return new MemberOperations(counted, served, customers, source)::list;
    }

    @Bean
    Group enrichmentGroup(
            Enrichments enrichments,
            EnrichmentResults results,
            ServedRuns served,
            EnrichmentSettings settings,
            Lifecycle lifecycle) {
        return new EnrichmentOperations(
                new KnownEnrichments(enrichments, results, served), enrichments, settings, lifecycle)::list;
    }

    @Bean
    Group specGroup(
            Enrichments enrichments,
            EnrichmentSettings settings,
            Lifecycle lifecycle,
            Selections selections,
            Profiles profiles,
            RunLog runs) {
        return new SpecOperations(
                enrichments, settings, lifecycle, selections, profiles, new SpecCheck(enrichments, runs))::list;
    }

    @Bean
    Group consentGroup(Enrichments enrichments, Lifecycle lifecycle) {
        return new ConsentOperations(enrichments, lifecycle)::list;
    }

    @Bean
    Group scheduledExportGroup(
            ScheduledExports exports,
            Enrichments enrichments,
            EnrichmentResults results,
            ServedRuns served,
            Workshop workshop,
            ServerPlan plan) {
        return new ScheduledExportOperations(
                exports, new KnownEnrichments(enrichments, results, served), workshop, plan.home())::list;
    }

    @Bean
    Group datasetGroup(Lake lake, Samples samples) {
        return new DatasetOperations(lake, samples)::list;
    }

    @Bean
    Group extractionGroup(KeptExtractions kept, Jobs jobs, Workshop workshop) {
        return new ExtractionOperations(kept, new KnownExtractions(kept, jobs), workshop)::list;
    }

    @Bean
    Group approvalGroup(Approvals approvals, ServerPlan plan) {
        return new ApprovalOperations(approvals, plan.instants(), "over the API")::list;
    }

    @Bean
    Group digestGroup(Digests digests, ServedRuns served) {
        return new DigestOperations(digests, served)::list;
    }

    @Bean
    Group reportGroup(ContactActivities activities, Collaborations collaborations) {
        return new ReportOperations(activities, collaborations)::list;
    }

    @Bean
    Group connectionGroup(
            ServeState state, Lake lake, Jobs jobs, Workshop workshop, ServerPlan plan, LastFindings found) {
        return new ConnectionOperations(
                new ConnectionStandings(state, lake, jobs),
                jobs,
                workshop,
                new ConnectionWork(state, lake, plan, found))::list;
    }

    @Bean
    Group profileGroup(Profiles profiles, ProfileUploads uploads) {
        return new ProfileOperations(profiles, uploads)::list;
    }

    @Bean
    Group addedContactGroup(Profiles profiles, ServedRuns served, Customers customers) {
        return new AddedContactOperations(profiles, served, customers)::list;
    }

    @Bean
    Group jobGroup(Jobs jobs, Workshop workshop, KeptExtractions kept) {
        return new JobOperations(jobs, workshop, kept.log())::list;
    }

    @Bean
    Group erasureGroup(Lake lake, ServeState state, ServerPlan plan, Workshop workshop) {
        return new ErasureOperations(
                new PersonErasures(plan.home(), state, lake, plan.secrets(), plan.instants()),
                new Certificates(plan.home()),
                workshop)::list;
    }

    @Bean
    Group dataErasureGroup(DataErasures erasures, ServerPlan plan) {
        return new DataErasureOperations(erasures, new Certificates(plan.home()))::list;
    }

    @Bean
    Group upkeepGroup(Lake lake, ServerPlan plan, UpkeepSettings upkeep, Workshop workshop) {
        return new UpkeepOperations(lake, upkeep, plan.instants(), workshop)::list;
    }

    @Bean
    Group systemGroup(Lake lake, ServerPlan plan, UpkeepSettings upkeep, Jobs jobs, Workshop workshop, AccessLog log) {
        return new SystemOperations(lake, plan.home(), upkeep, jobs, workshop, log)::list;
    }

    /** The document is one of them, and tells of itself. */
    @Bean
    Operations operations(List<Group> groups) {
        List<Operation> all = new ArrayList<>();
        groups.forEach(group -> all.addAll(group.list()));
        all.add(Draft.get("getDocument", "/openapi.json", "This document.")
                .in("System")
                .tells(call -> OpenApiDocument.of(all, ProgramVersion.text())));
        return new Operations(all);
    }

    @Bean
    ApiFrontDoor apiFrontDoor(Operations operations, Downloads downloads, AccessLog log) {
        return new ApiFrontDoor(operations, downloads, log);
    }

    /** Before the pages' own, which know nothing of it. */
    @Bean
    SimpleUrlHandlerMapping apiMapping(ApiFrontDoor door) {
        return new SimpleUrlHandlerMapping(Map.of("/api/**", door), Ordered.HIGHEST_PRECEDENCE);
    }

    /** Within what answers when nothing else can, and around everything else. */
    @Bean
    FilterRegistrationBean<ApiEdge> apiEdge(ServerLog log) {
        FilterRegistrationBean<ApiEdge> filter = new FilterRegistrationBean<>(new ApiEdge(log));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        return filter;
    }
}
