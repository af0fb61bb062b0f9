package io.rapport.bench.pages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Asks for pages in turn at a steady rate, whether or not earlier answers are there: who waits in a queue waits in the
 * figures too.
 */
public final class OpenLoop {

    private static final long SECOND = 1_000_000_000;

    private final Visitor visitor;
    private final int rate;
    private final BiConsumer<String, Duration> listener;

    /**
     * @param rate requests a second, all pages together
     * @param listener hears of each answer, from any thread
     */
    public OpenLoop(Visitor visitor, int rate, BiConsumer<String, Duration> listener) {
        this.visitor = visitor;
        this.rate = rate;
        this.listener = listener;
    }

    /** @param goesOn asked before each request */
    public Map<String, Latencies> run(List<String> pages, BooleanSupplier goesOn) {
        Map<String, Latencies> found = new LinkedHashMap<>();
        pages.forEach(page -> found.put(page, new Latencies()));
        List<CompletableFuture<?>> open = new ArrayList<>();
        long begun = System.nanoTime();
        for (long i = 0; goesOn.getAsBoolean(); i++) {
            long due = begun + i * SECOND / rate;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            String page = pages.get((int) (i % pages.size()));
            open.add(ask(page, due, found.getOrDefault(page, new Latencies())));
        }
        open.forEach(CompletableFuture::join);
        return found;
    }

    private CompletableFuture<?> ask(String page, long due, Latencies latencies) {
        return visitor.ask(page).handle((status, failed) -> {
            if (failed == null && status == 200) {
                long took = System.nanoTime() - due;
                latencies.add(took);
                listener.accept(page, Duration.ofNanos(took));
            } else {
                latencies.fail(failed == null ? "status " + status : kind(failed));
            }
            return page;
        });
    }

    private static String kind(Throwable failed) {
        Throwable cause = failed.getCause();
        return (failed instanceof CompletionException && cause != null ? cause : failed)
                .getClass()
                .getSimpleName();
    }
}
