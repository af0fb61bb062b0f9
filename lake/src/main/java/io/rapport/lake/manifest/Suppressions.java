package io.rapport.lake.manifest;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.privacy.Suppression;
import io.rapport.lake.privacy.SuppressionKey;
import io.rapport.lake.privacy.SuppressionList;
import io.rapport.lake.state.StateDatabase;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The suppression list: keyed hashes of addresses and ids, and nothing else of anybody. Only grows. Thread-safe. */
public final class Suppressions {

    private final StateDatabase state;
    private final HomeLayout layout;
    private final InstantSource clock;

    private Set<String> known = Set.of();

    Suppressions(StateDatabase state, HomeLayout layout, InstantSource clock) {
        this.state = state;
        this.layout = layout;
        this.clock = clock;
    }

    /**
     * The list as it is now.
     *
     * @throws RapportException {@link LakeError#SUPPRESSION_KEY} where somebody is on it and its key is gone
     */
    public synchronized Suppression current() {
        if (count() != known.size()) {
            known = Set.copyOf(state.read(db -> db.sql("select hash from lake_suppression")
                    .query(String.class)
                    .list()));
        }
        return known.isEmpty()
                ? Suppression.NONE
                : new Suppression(known, SuppressionKey.open(layout.suppressionKey()));
    }

    /**
     * The list as it is now, with its key, for a program away from this home.
     *
     * @throws RapportException {@link LakeError#SUPPRESSION_KEY} where somebody is on it and its key is gone
     */
    public synchronized SuppressionList list() {
        current();
        return known.isEmpty()
                ? SuppressionList.NONE
                : new SuppressionList(SuppressionKey.text(layout.suppressionKey()), known);
    }

    /**
     * Puts people on the list: nothing that was let through before can be committed any more.
     *
     * @param addresses in their normal form
     * @return the hashes, those that were there already among them
     */
    public Set<String> add(Collection<String> addresses, Collection<String> ids) {
        SuppressionKey key = count() == 0
                ? SuppressionKey.make(layout.suppressionKey())
                : SuppressionKey.open(layout.suppressionKey());
        Set<String> hashes = new LinkedHashSet<>();
        addresses.forEach(address -> hashes.add(key.hashOfAddress(address)));
        ids.forEach(id -> hashes.add(key.hashOfId(id)));
        state.write(db -> {
            hashes.forEach(
                    hash -> db.sql("insert into lake_suppression (hash, added_at) values (?, ?) on conflict (hash) do"
                                    + " nothing")
                            .params(hash, clock.millis())
                            .update());
            return hashes.size();
        });
        return hashes;
    }

    /**
     * Within the transaction of a commit: whether nobody was erased since its rows went through the gate.
     *
     * @throws RapportException {@link LakeError#ERASED_MEANWHILE}
     */
    public void requireStands(Suppression applied) {
        if (count() != applied.size()) {
            throw new RapportException(
                    LakeError.ERASED_MEANWHILE,
                    "Somebody was erased while this was on its way. Nothing of it was committed; run it again.");
        }
    }

    private long count() {
        return state.read(db -> db.sql("select count(*) from lake_suppression")
                .query(Long.class)
                .single());
    }
}
