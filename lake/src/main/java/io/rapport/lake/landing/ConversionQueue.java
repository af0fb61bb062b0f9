package io.rapport.lake.landing;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Converts chunks in the background, in order, while the next one is being filled. At most two wait, so that a fast
 * source can't fill the disk with lines.
 */
final class ConversionQueue implements AutoCloseable {

    private static final int MOST_WAITING = 2;
    private static final Duration LONGEST_CHUNK = Duration.ofMinutes(10);

    private final Supplier<DuckDb> engine;
    private final Semaphore places = new Semaphore(MOST_WAITING);
    private final List<Future<StagedChunk>> results = new ArrayList<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "lake-conversion");
        thread.setDaemon(true);
        return thread;
    });

    ConversionQueue(Supplier<DuckDb> engine) {
        this.engine = engine;
    }

    /** Hands a chunk over; waits while too many are waiting. An earlier chunk's failure comes out here or later. */
    void submit(SealedChunk chunk) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        results.add(worker.submit(() -> {
            try (DuckDbSession session = engine.get().connect()) {
                return ChunkConverter.convert(session, chunk);
            } finally {
                places.release();
            }
        }));
        for (Future<StagedChunk> result : results) {
            if (result.isDone()) {
                result(result);
            }
        }
    }

    /** All chunks, in the order in which they were handed over. */
    List<StagedChunk> finish() {
        return results.stream().map(ConversionQueue::result).toList();
    }

    /** Waits for the chunk at work, and drops the others. */
    @Override
    public void close() {
        results.forEach(result -> result.cancel(false));
        worker.shutdown();
        try {
            boolean unused = worker.awaitTermination(LONGEST_CHUNK.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static StagedChunk result(Future<StagedChunk> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RapportException known) {
                throw known;
            }
            throw new IllegalStateException("converting a chunk failed", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static RapportException interrupted() {
        Thread.currentThread().interrupt();
        return new RapportException(
                LakeError.HOME_FAILED, "Landing was interrupted; nothing was committed. Run it again.");
    }
}
