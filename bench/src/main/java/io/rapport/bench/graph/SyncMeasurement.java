package io.rapport.bench.graph;

import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;
import io.rapport.bench.measure.Place;
import io.rapport.connect.consent.Connector;
import io.rapport.connect.directory.Selection;
import io.rapport.connect.graph.GraphAccess;
import io.rapport.connect.mailbox.MailboxState;
import io.rapport.connect.sync.CommitLimits;
import io.rapport.connect.sync.SyncRound;
import io.rapport.connect.sync.SyncSummary;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;

/** A first sync of a whole tenant into a new home: requests, parsing, gate, Parquet, commits. */
final class SyncMeasurement {

    private static final String CONNECTION = "bench";

    private SyncMeasurement() {}

    static Figures run(TenantAddress address, String connector, Place place) throws InterruptedException {
        GraphAccess access = address.open();
        Figures figures = new Figures();
        try (Lake lake = place.openLake()) {
            Effort start = Effort.start();
            SyncSummary summary = new SyncRound(
                            access.loop(),
                            access.client(),
                            access.traffic(),
                            lake.landing("graph/" + CONNECTION),
                            Connector.find(connector).orElseThrow(),
                            CONNECTION,
                            CONNECTION,
                            address.tenant(),
                            Selection.ALL,
                            rejection -> {},
                            CommitLimits.USUAL)
                    .run(Progress.NONE);
            figures.put("sync", start.sofar())
                    .put("messages", summary.items(Datasets.MESSAGE))
                    .put("contacts", summary.items(Datasets.CONTACT))
                    .put("events", summary.items(Datasets.CALENDAR_VIEW))
                    .put("rows", summary.landed().added())
                    .put("requests", summary.requests())
                    .put("bytes", access.traffic().bytes())
                    .put("mailboxes", summary.mailboxes().getOrDefault(MailboxState.OK, 0L))
                    .put("setAside", (long) summary.setAside().size());
        }
        return figures;
    }
}
