package io.rapport.connect.sync;

import io.rapport.connect.mailbox.MailboxContent;
import io.rapport.connect.mailbox.MailboxSink;
import io.rapport.connect.mailbox.MailboxState;
import io.rapport.connect.row.Rejection;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Checkpoint;
import io.rapport.core.landing.ContactSync;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gathers rows of many mailboxes and the links that stand for them, and commits both at once, so that the lake's files
 * stay few. Whatever ends a round, a link is never further than its rows. For one thread.
 */
final class Gathering implements MailboxSink, AutoCloseable {

    private static final Set<Dataset> OWNED =
            Set.of(Datasets.MESSAGE, Datasets.CALENDAR_VIEW, Datasets.CONTACT, Datasets.MAILBOX_SETTINGS);

    private final Landing landing;
    private final Scopes scopes;
    private final Checkpoint round;
    private final CommitLimits limits;
    private final InstantSource clock;
    private final Consumer<Rejection> rejects;
    private final Map<List<String>, String> links = new HashMap<>();
    private final Map<String, String> states = new LinkedHashMap<>();
    private final Map<String, Long> rejections = new TreeMap<>();
    private Landing.@Nullable Batch batch;
    private @Nullable Instant since;
    private long rows;
    /** Mailboxes whose contacts are being read for the first time, and those of them of which all have been. */
    private final Set<String> firstRead = new HashSet<>();

    private final Set<String> readOnce = new HashSet<>();
    private final Map<String, Long> shut = new TreeMap<>();
    private final Map<Dataset, Long> items = new HashMap<>();
    private String tenantName = "";
    private long older;
    private final Committing committing = new Committing();

    /**
     * @param round must stand as committed while this one commits
     * @param clock by which signals are dated
     * @param rejects hears of each object that can't land
     */
    Gathering(
            Landing landing,
            Scopes scopes,
            Checkpoint round,
            CommitLimits limits,
            InstantSource clock,
            Consumer<Rejection> rejects) {
        this.landing = landing;
        this.scopes = scopes;
        this.round = round;
        this.limits = limits;
        this.clock = clock;
        this.rejects = rejects;
    }

    @Override
    public void add(Row row) {
        open().add(row).ifPresent(reason -> rejected(new Rejection(row.dataset(), owner(row), reason)));
        rows++;
    }

    @Override
    public void remove(Dataset dataset, List<String> key) {
        open().remove(dataset, key);
        rows++;
    }

    @Override
    public Map<String, String> links(String mailbox) {
        return landing.checkpoints(scopes.folders(mailbox));
    }

    @Override
    public void reached(String mailbox, String folder, String link) {
        links.put(List.of(mailbox, folder), link);
    }

    @Override
    public void counted(Dataset dataset, boolean isInWindow) {
        items.merge(dataset, 1L, Long::sum);
        older += isInWindow ? 0 : 1;
    }

    @Override
    public void firstReading(String mailbox) {
        firstRead.add(mailbox);
    }

    @Override
    public void firstReadingEnded(String mailbox) {
        readOnce.add(mailbox);
    }

    @Override
    public void shut(String mailbox, MailboxContent content, String code) {
        shut.merge(content.dataset() + " " + code, 1L, Long::sum);
    }

    @Override
    public void eachLanded(Dataset dataset, String column, String value, Consumer<List<String>> keys) {
        landing.eachKey(dataset, column, value, keys);
    }

    @Override
    public void rejected(Rejection rejection) {
        rejections.merge(rejection.reason(), 1L, Long::sum);
        rejects.accept(rejection);
    }

    /** How Microsoft names the tenant. */
    void tenantName(String name) {
        tenantName = name;
    }

    void state(String mailbox, MailboxState state, String code) {
        states.put(mailbox, code.isEmpty() ? state.name() : state.name() + " " + code);
    }

    /** Items read so far, those older than the window included. */
    Map<Dataset, Long> items() {
        return items;
    }

    /** Parts of mailboxes that the app is shut out of, by dataset and Microsoft's code. */
    Map<String, Long> shut() {
        return shut;
    }

    long older() {
        return older;
    }

    /** What all commits did; waits for the one under way. */
    Landing.Landed landed() {
        return committing.landed();
    }

    /** Why rows could not land, and how many each time. */
    Map<String, Long> rejections() {
        return rejections;
    }

    /** Commits where enough has come together, or has waited long enough. */
    void commitIfDue(Instant now) {
        if (rows == 0 && links.isEmpty() && states.isEmpty()) {
            return;
        }
        Instant first = since == null ? now : since;
        since = first;
        if (rows >= limits.rows() || !now.isBefore(first.plus(limits.age()))) {
            commit();
        }
    }

    /** Begins to commit what there is, once the commit before it is done. */
    void commit() {
        if (rows == 0 && links.isEmpty() && states.isEmpty()) {
            return;
        }
        List<Checkpoint> checkpoints = new ArrayList<>();
        links.forEach(
                (place, link) -> checkpoints.add(new Checkpoint(scopes.folders(place.get(0)), place.get(1), link)));
        states.forEach((mailbox, state) -> checkpoints.add(new Checkpoint(scopes.mailboxes(), mailbox, state)));
        Landing.Batch whole = open();
        whole.deriveActivity(new ContactSync(round.value(), tenantName, clock.instant(), firstRead));
        committing.begin(() -> commit(whole, checkpoints));
        batch = null;
        since = null;
        rows = 0;
        links.clear();
        states.clear();
        firstRead.removeAll(readOnce);
        readOnce.clear();
    }

    /** In another thread: of this object it uses nothing that changes. */
    private Landing.Landed commit(Landing.Batch whole, List<Checkpoint> checkpoints) {
        try (whole) {
            return whole.commit(checkpoints, round);
        }
    }

    private static String owner(Row row) {
        return OWNED.contains(row.dataset()) && row.value(row.dataset().index("puser")) instanceof String owner
                ? owner
                : "";
    }

    private Landing.Batch open() {
        Landing.Batch opened = batch;
        if (opened == null) {
            opened = landing.open();
            batch = opened;
        }
        return opened;
    }

    /** Waits for the commit under way, and drops what was not committed. */
    @Override
    public void close() {
        Landing.Batch dropped = batch;
        batch = null;
        try {
            committing.close();
        } finally {
            if (dropped != null) {
                dropped.close();
            }
        }
    }
}
