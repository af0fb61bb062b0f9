package io.rapport.connect.sync;

import io.rapport.connect.ConnectError;
import io.rapport.connect.consent.Connector;
import io.rapport.connect.directory.Directory;
import io.rapport.connect.directory.DirectoryReading;
import io.rapport.connect.directory.Person;
import io.rapport.connect.directory.Selection;
import io.rapport.connect.directory.TenantNameReading;
import io.rapport.connect.graph.GraphClient;
import io.rapport.connect.graph.Loop;
import io.rapport.connect.graph.Traffic;
import io.rapport.connect.mailbox.MailboxContent;
import io.rapport.connect.mailbox.MailboxState;
import io.rapport.connect.mailbox.MailboxVisits;
import io.rapport.connect.row.Rejection;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Checkpoint;
import io.rapport.core.landing.Landing;
import io.rapport.core.progress.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One round over a tenant. What it read is committed as it goes; the next round, of this process or another, goes on from
 * there. A mailbox that fails is set aside, and the rest goes on. For the loop's thread; once.
 */
public final class SyncRound {

    /** Mailboxes read at a time; Graph's limits per mailbox and the window of the tenant decide how fast. */
    private static final int AT_ONCE = 512;

    private static final Duration PROGRESS_EVERY = Duration.ofMillis(200);
    /** How often a round asks whether it is still the one. */
    private static final Duration ASK_EVERY = Duration.ofSeconds(1);

    private final Loop loop;
    private final GraphClient client;
    private final Traffic traffic;
    private final Landing landing;
    private final Connector connector;
    private final String name;
    private final String tenant;
    private final Selection selection;
    private final Gathering gathering;
    private final Scopes scopes;
    private final String id = UUID.randomUUID().toString();
    private final Instant start;
    private final MailboxVisits visits;
    private final Map<MailboxState, Long> counts = new EnumMap<>(MailboxState.class);
    private final List<SyncSummary.Troubled> troubled = new ArrayList<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private Map<String, String> before = Map.of();
    private int total;
    private int active;
    private int finished;
    private boolean hasDirectory;
    private @Nullable Instant reported;
    private Instant asked;

    /**
     * @param connector says what is read
     * @param connectionId names its checkpoints
     * @param name of the connection, for people
     * @param tenant its id, which rows carry
     * @param rejects hears of each object that can't land
     */
    public SyncRound(
            Loop loop,
            GraphClient client,
            Traffic traffic,
            Landing landing,
            Connector connector,
            String connectionId,
            String name,
            String tenant,
            Selection selection,
            Consumer<Rejection> rejects,
            CommitLimits limits) {
        this.loop = loop;
        this.client = client;
        this.traffic = traffic;
        this.landing = landing;
        this.connector = connector;
        this.name = name;
        this.tenant = tenant;
        this.selection = selection;
        this.scopes = new Scopes(connectionId);
        this.gathering = new Gathering(landing, scopes, scopes.round(id), limits, loop::now, rejects);
        this.start = loop.now();
        this.asked = start;
        this.visits =
                new MailboxVisits(client, tenant, connector.contents(), BackfillWindow.from(start), start, gathering);
    }

    /**
     * Runs it, in the calling thread.
     *
     * @throws RapportException where the directory can't be read or there is no token; what was read until then has landed
     */
    public SyncSummary run(Progress progress) throws InterruptedException {
        try (gathering) {
            claim();
            before = landing.checkpoints(scopes.mailboxes());
            begin();
            try {
                loop.runUntil(() -> isDone(progress));
            } catch (RapportException broken) {
                if (broken.code() instanceof ConnectError && broken.code() != ConnectError.SYNC_ENDED) {
                    gathering.commit();
                }
                throw broken;
            }
            gathering.commit();
            return new SyncSummary(
                    counts,
                    troubled,
                    gathering.shut(),
                    gathering.items(),
                    gathering.older(),
                    gathering.landed(),
                    gathering.rejections(),
                    traffic.requests(),
                    traffic.throttled(),
                    Duration.between(start, loop.now()));
        }
    }

    private void begin() {
        DirectoryReading directory = new DirectoryReading(
                client, tenant, connector.readsGroups(), selection, landing, gathering, this::choose);
        if (connector.contents().contains(MailboxContent.CONTACTS)) {
            new TenantNameReading(client, name -> {
                        gathering.tenantName(name);
                        directory.start();
                    })
                    .start();
        } else {
            directory.start();
        }
    }

    /** From here on no other round of this connection can commit. */
    private void claim() {
        try (Landing.Batch batch = landing.open()) {
            batch.commit(List.of(scopes.round(id)));
        }
    }

    private boolean isDone(Progress progress) {
        Instant now = loop.now();
        requireGoesOn(now);
        gathering.commitIfDue(now);
        Instant last = reported;
        if (last == null || !now.isBefore(last.plus(PROGRESS_EVERY))) {
            reported = now;
            progress.report(
                    SyncWords.task(name, connector.contents(), gathering.items(), traffic, estimate(now)),
                    finished,
                    hasDirectory ? total : -1);
        }
        return hasDirectory && finished == total;
    }

    /** Whoever ended the connection, or began another round of it, need not wait until this one wants to commit. */
    private void requireGoesOn(Instant now) {
        if (now.isBefore(asked.plus(ASK_EVERY))) {
            return;
        }
        asked = now;
        Checkpoint round = scopes.round(id);
        if (!landing.findCheckpoint(round.scope(), round.name())
                .filter(round.value()::equals)
                .isPresent()) {
            throw new RapportException(
                    ConnectError.SYNC_ENDED,
                    "The sync of " + name
                            + " stops: the connection was ended, or another sync of it has begun. What this"
                            + " one had not committed yet is dropped.");
        }
    }

    private Duration estimate(Instant now) {
        return finished == 0
                ? Duration.ZERO
                : Duration.between(start, now).dividedBy(finished).multipliedBy(total - finished);
    }

    private void choose(Directory directory) {
        Set<String> known = new HashSet<>();
        for (Person person : directory.people()) {
            known.add(person.id());
            MailboxState state = unasked(person, directory);
            if (state == MailboxState.OK) {
                waiting.add(person.id());
            } else {
                settle(person.id(), state, "");
            }
        }
        before.keySet().stream()
                .filter(mailbox -> !known.contains(mailbox))
                .forEach(mailbox -> settle(mailbox, MailboxState.GONE, ""));
        total = waiting.size();
        hasDirectory = true;
        visitNext();
    }

    /** Why a mailbox is not even asked for; OK where it is. Who is named is asked for, like a shared mailbox. */
    private MailboxState unasked(Person person, Directory directory) {
        if (directory.excluded().contains(person.id())) {
            return MailboxState.NOT_SELECTED;
        }
        if (!selection.isEverybody()) {
            return directory.named().contains(person.id()) ? MailboxState.OK : MailboxState.NOT_SELECTED;
        }
        return person.isGuest()
                ? MailboxState.GUEST
                : !person.isEnabled()
                        ? MailboxState.DISABLED
                        : person.isLicensed() ? MailboxState.OK : MailboxState.NOT_LICENSED;
    }

    private void visitNext() {
        while (active < AT_ONCE && !waiting.isEmpty()) {
            String mailbox = waiting.remove();
            active++;
            visits.begin(mailbox, (state, code) -> {
                active--;
                finished++;
                settle(mailbox, state, code);
                if (state != MailboxState.OK) {
                    troubled.add(new SyncSummary.Troubled(mailbox, state, code));
                }
                visitNext();
            });
        }
    }

    private void settle(String mailbox, MailboxState state, String code) {
        counts.merge(state, 1L, Long::sum);
        String value = code.isEmpty() ? state.name() : state.name() + " " + code;
        if (!value.equals(before.get(mailbox))) {
            gathering.state(mailbox, state, code);
        }
    }
}
