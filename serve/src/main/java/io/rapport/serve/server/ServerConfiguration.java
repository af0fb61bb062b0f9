package io.rapport.serve.server;

import static java.util.Map.entry;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rapport.lake.Lake;
import io.rapport.lake.state.Poisoned;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.ApiConfiguration;
import io.rapport.serve.connection.PendingConsents;
import io.rapport.serve.customer.ReadyOverview;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.dataset.KeptExtractions;
import io.rapport.serve.digest.DeliveryRound;
import io.rapport.serve.digest.DigestRound;
import io.rapport.serve.digest.DigestRun;
import io.rapport.serve.digest.Digests;
import io.rapport.serve.enrichment.ConsentLetters;
import io.rapport.serve.enrichment.DueRuns;
import io.rapport.serve.enrichment.EnrichmentSettings;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import io.rapport.serve.enrichment.Removal;
import io.rapport.serve.enrichment.Selections;
import io.rapport.serve.erasure.DataErasures;
import io.rapport.serve.export.ScheduledExportRound;
import io.rapport.serve.export.ScheduledExportRun;
import io.rapport.serve.export.ScheduledExports;
import io.rapport.serve.insight.CollaborationRound;
import io.rapport.serve.insight.Collaborations;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.JobState;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.mail.MailServers;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.security.LinkSignIn;
import io.rapport.serve.security.OneTimeLink;
import io.rapport.serve.security.SecurityConfiguration;
import io.rapport.serve.security.SignInEnd;
import io.rapport.serve.security.SignInProviders;
import io.rapport.serve.security.SignInRegistrations;
import io.rapport.serve.segment.SegmentRound;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.upkeep.UpkeepRound;
import io.rapport.serve.upkeep.UpkeepSettings;
import io.rapport.serve.web.EnrichmentConfiguration;
import io.rapport.serve.web.PageConfiguration;
import io.rapport.serve.web.WebConfiguration;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** Wires the server. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({
    SecurityConfiguration.class,
    ReadingConfiguration.class,
    WebConfiguration.class,
    PageConfiguration.class,
    EnrichmentConfiguration.class,
    DigestConfiguration.class,
    ApiConfiguration.class
})
public class ServerConfiguration {

    private static final int MOST_CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Opened first: it finds out whether the state is the home's, and creates what is missing. */
    @Bean
    Lake lake(ServerPlan plan) {
        return Lake.open(plan.home().folder(), plan.state().kept(), plan.instants(), plan.engine());
    }

    @Bean
    ServeState serveState(ServerPlan plan, Lake lake) {
        return ServeState.open(plan.state().kept());
    }

    /** For sessions and jobs; after the tables are there. */
    @Bean
    DataSource stateConnections(ServerPlan plan, ServeState state) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("rapport-server");
        config.setDataSource(plan.state().pageSource());
        if (plan.state().findFile().isPresent()) {
            config.setExceptionOverride(new Poisoned());
        }
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        // Where the database is away, pages say so soon.
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /**
     * Sessions are read and written statement by statement: a transaction would make each look at one wait for whoever writes
     * to the state just then. Spring Session asks for a bean of this name.
     */
    @Bean
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    @Bean
    ServerLog serverLog(ServerPlan plan) {
        return new ServerLog(plan.home().logs(), plan.instants());
    }

    @Bean
    AccessLog accessLog(ServeState state, ServerPlan plan) {
        return new AccessLog(state, plan.instants());
    }

    @Bean
    SignInProviders signInProviders(ServeState state, ServerPlan plan) {
        return new SignInProviders(state, plan.secrets(), plan.instants());
    }

    @Bean
    SignInRegistrations signInRegistrations(SignInProviders providers) {
        return new SignInRegistrations(providers);
    }

    @Bean
    OneTimeLink oneTimeLink(SignInProviders providers, ServerPlan plan) {
        return new OneTimeLink(providers, plan.instants());
    }

    @Bean
    LinkSignIn linkSignIn(OneTimeLink link, SignInEnd end) {
        return new LinkSignIn(link, end);
    }

    @Bean
    PendingConsents pendingConsents(ServeState state, ServerPlan plan) {
        return new PendingConsents(state, plan.secrets(), plan.instants());
    }

    @Bean
    ServerMetrics serverMetrics(ServeState state, Lake lake, ServerPlan plan) {
        return new ServerMetrics(state, lake, plan.home(), plan.instants());
    }

    @Bean
    Jobs jobs(ServeState state, ServerPlan plan) {
        return new Jobs(state, plan.instants());
    }

    @Bean
    Settings settings(ServeState state, ServerPlan plan) {
        return new Settings(state, plan.instants());
    }

    @Bean
    EnrichmentSettings enrichmentSettings(Settings settings) {
        return new EnrichmentSettings(settings);
    }

    @Bean
    MailServers mailServers(Settings settings, ServerPlan plan) {
        return new MailServers(settings, plan.secrets());
    }

    @Bean
    Enrichments enrichments(ServeState state, ServerPlan plan) {
        return new Enrichments(state, plan.instants());
    }

    @Bean
    ConsentLetters consentLetters(ServeState state, ServerPlan plan) {
        return new ConsentLetters(state, plan.instants());
    }

    @Bean
    Selections selections(ServerPlan plan, Lake lake) {
        return new Selections(plan.home(), lake, plan.engine());
    }

    @Bean
    Lifecycle lifecycle(
            Enrichments enrichments,
            EnrichmentSettings settings,
            RunLog runs,
            Jobs jobs,
            Workshop workshop,
            ConsentLetters letters,
            ServerPlan plan) {
        return new Lifecycle(enrichments, settings, runs, jobs, workshop, letters, plan.instants());
    }

    @Bean
    ServerRounds serverRounds(
            ServeState state,
            ServerPlan plan,
            Jobs jobs,
            RunLog runs,
            Enrichments enrichments,
            ConsentLetters letters,
            MailServers servers,
            ServerLog log,
            ServedAt at,
            SegmentRound segments,
            ScheduledExports exports,
            ServedRuns served,
            Collaborations collaborations,
            DigestRound digests,
            DeliveryRound deliveries,
            UpkeepRound upkeep) {
        return new ServerRounds(
                new SyncSchedule(state, jobs, plan.instants()),
                new DueRuns(enrichments, runs, jobs, plan.instants()),
                new LetterRound(enrichments, letters, servers, log, plan.instants(), at::find),
                segments,
                new ScheduledExportRound(exports, served, jobs),
                new CollaborationRound(collaborations, jobs),
                digests,
                deliveries,
                upkeep);
    }

    @Bean
    UpkeepSettings upkeepSettings(Settings settings) {
        return new UpkeepSettings(settings);
    }

    @Bean
    UpkeepRound upkeepRound(UpkeepSettings settings, EnrichmentSettings zone, Jobs jobs, ServerPlan plan) {
        return new UpkeepRound(settings, jobs, plan.instants(), zone::timeZone);
    }

    @Bean
    ServedAt servedAt() {
        return new ServedAt();
    }

    /** What a process that was killed could not write down of its erasure is written down at the start. */
    @Bean
    DataErasures dataErasures(ServeState state, ServerPlan plan) {
        DataErasures erasures = new DataErasures(plan.home(), state, plan.instants());
        erasures.noteFinished("server");
        return erasures;
    }

    /** Begins to work when it is made; the pages that ask it for work are made after it. */
    @Bean
    Workshop workshop(
            DataSource connections,
            ServeState state,
            ServerPlan plan,
            Jobs jobs,
            RunLog runs,
            Enrichments enrichments,
            KeptExtractions kept,
            ServerRounds rounds,
            ScheduledExports exports,
            ScheduledExportRun exporting,
            Collaborations collaborations,
            Digests digests,
            DigestRun digestRun,
            ReadyOverview overview,
            UpkeepSettings upkeep,
            ServerMetrics metrics,
            ServerLog log) {
        return new Workshop(
                connections,
                jobs,
                plan.instants(),
                Map.ofEntries(
                        entry(JobKind.SYNC, new SyncWork(plan, state, metrics)),
                        entry(JobKind.ENRICHMENT, new EnrichmentWork(plan, state)),
                        entry(JobKind.ERASURE, new ErasureWork(plan, state)),
                        entry(JobKind.PERSON_ERASURE, new PersonErasureWork(plan, state)),
                        entry(
                                JobKind.REMOVAL,
                                new RemovalWork(
                                        new Removal(plan.home(), enrichments, runs, jobs, exports, digests::forget))),
                        entry(JobKind.EXPORT, exporting::run),
                        entry(JobKind.DIGEST, digestRun::run),
                        entry(JobKind.EXTRACTION, new ExtractionWork(plan, state)),
                        entry(JobKind.COLLABORATION, new CollaborationWork(plan, collaborations)),
                        entry(JobKind.UPKEEP, new UpkeepWork(plan, upkeep, runs)),
                        entry(JobKind.DOCTOR, new DoctorWork(plan, state))),
                plan.doesWork(),
                rounds.list(),
                job -> {
                    metrics.ended(job);
                    if (job.kind() == JobKind.ENRICHMENT) {
                        overview.prepare();
                    }
                    if (job.kind() == JobKind.EXTRACTION && job.state() != JobState.SUCCESSFUL) {
                        kept.tidy(job.subject());
                    }
                },
                error -> log.error("", "a job", error));
    }

    @Bean
    InstantSource instants(ServerPlan plan) {
        return plan.instants();
    }
}
