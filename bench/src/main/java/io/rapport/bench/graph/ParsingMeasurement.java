package io.rapport.bench.graph;

import io.rapport.bench.measure.Figures;
import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.GraphAccess;
import io.rapport.connect.graph.GraphFailure;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.ListPage;
import io.rapport.connect.graph.Reply;
import io.rapport.connect.row.RowReader.Outcome;
import io.rapport.connect.row.StampedRows;
import io.rapport.core.dataset.Datasets;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Pages of messages, parsed again and again by one thread: from the bytes of an answer to rows, and nothing else. */
final class ParsingMeasurement {

    private static final int PAGES = 60;
    private static final int PAGE = 500;
    private static final long LONG_ENOUGH_NANOS = 5_000_000_000L;

    private final GraphAccess access;
    private final Deque<String> mailboxes = new ArrayDeque<>();
    private final List<Answer> pages = new ArrayList<>();
    private boolean isOver;

    private ParsingMeasurement(GraphAccess access) {
        this.access = access;
    }

    static Figures run(TenantAddress address) throws InterruptedException, IOException {
        ParsingMeasurement measurement = new ParsingMeasurement(address.open());
        measurement.fetch(
                "/users?$select=id&$top=999",
                answer -> ListPage.read(answer, parser -> {
                    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                        parser.nextToken();
                        if (name.equals("id")) {
                            measurement.mailboxes.add(parser.getString());
                        }
                        parser.skipChildren();
                    }
                }));
        while (measurement.pages.size() < PAGES && !measurement.mailboxes.isEmpty()) {
            measurement.fetch(
                    "/users/" + measurement.mailboxes.remove() + "/mailFolders/inbox/messages/delta?$select="
                            + StampedRows.select(Datasets.MESSAGE),
                    answer -> {
                        if (answer.body().length > PAGE) {
                            measurement.pages.add(answer);
                        }
                    });
        }
        return measurement.parse();
    }

    /** Hears an answer. */
    @FunctionalInterface
    private interface Hearing {
        void of(Answer answer) throws IOException;
    }

    /** What can't be asked for is left out: not every mailbox is one. */
    private void fetch(String path, Hearing hearing) throws InterruptedException {
        isOver = false;
        GraphRequest request = GraphRequest.of(
                        GraphRequest.DIRECTORY, access.client().endpoints().url(path))
                .paged(PAGE);
        access.client().send(request, new Reply() {
            @Override
            public void answered(Answer answer) throws IOException {
                hearing.of(answer);
                isOver = true;
            }

            @Override
            public void failed(GraphFailure failure) {
                isOver = true;
            }
        });
        access.loop().runUntil(() -> isOver);
    }

    /** Once to warm up, once to measure. */
    private Figures parse() throws IOException {
        long bytes = pages.stream().mapToLong(page -> page.body().length).sum();
        Figures figures = new Figures();
        for (int round = 0; round < 2; round++) {
            StampedRows rows = new StampedRows(ListPage.JSON, Datasets.MESSAGE, "#microsoft.graph.message", "tenant");
            long[] count = {0};
            long start = processorNanos();
            int repeats = 0;
            while (processorNanos() - start < LONG_ENOUGH_NANOS) {
                for (Answer page : pages) {
                    ListPage.read(page, parser -> count[0] += rows.read(parser) == Outcome.ROW ? 1 : 0);
                }
                repeats++;
            }
            figures.put("messages", count[0])
                    .put("seconds", (processorNanos() - start) / 1e9)
                    .put("bytes", bytes * repeats);
        }
        return figures;
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
