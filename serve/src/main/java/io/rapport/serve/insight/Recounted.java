package io.rapport.serve.insight;

import io.rapport.core.error.RapportException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are kept as long as what they were counted from is the same. While a sync lands more and more, an answer of
 * a moment ago is given again and counted anew meanwhile, so that nobody waits for each commit; where something has been
 * taken away, nobody gets an answer of before. Thread-safe; one answer is counted at a time.
 *
 * @param <Q> what is asked, a value
 * @param <S> what is counted, a value: equal where the answers are
 * @param <A> the answer
 */
public final class Recounted<Q, S, A> {

    private static final int MOST_KEPT = 50;

    private final Supplier<S> source;
    private final BiFunction<Q, S, A> count;
    private final BiPredicate<S, S> isGrown;
    private final Duration patience;
    private final InstantSource clock;
    private final Executor later;
    private final Map<Q, Counted<S, A>> known = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);
    private final Set<Q> awaited = new HashSet<>();
    private final Object turn = new Object();

    private record Counted<S, A>(A answer, S source, Instant at) {}

    /**
     * @param source what there is now
     * @param isGrown whether all of the first is still in the second
     * @param patience for how long an answer is given that something newer could change
     * @param later who counts meanwhile
     */
    public Recounted(
            Supplier<S> source,
            BiFunction<Q, S, A> count,
            BiPredicate<S, S> isGrown,
            Duration patience,
            InstantSource clock,
            Executor later) {
        this.source = source;
        this.count = count;
        this.isGrown = isGrown;
        this.patience = patience;
        this.clock = clock;
        this.later = later;
    }

    /** The answer, of this moment or of one that is at most as long ago as the patience lasts. */
    public A find(Q question, S now) {
        @Nullable Counted<S, A> counted = look(question, now);
        if (counted == null) {
            return count(question, now);
        }
        if (!counted.source().equals(now)) {
            countLater(question);
        }
        return counted.answer();
    }

    /** What is known and may still be said; what may not is forgotten. */
    private @Nullable Counted<S, A> look(Q question, S now) {
        Instant oldest = clock.instant().minus(patience);
        synchronized (known) {
            known.values()
                    .removeIf(one -> !one.source().equals(now)
                            && (one.at().isBefore(oldest) || !isGrown.test(one.source(), now)));
            return known.get(question);
        }
    }

    private A count(Q question, S now) {
        synchronized (turn) {
            @Nullable Counted<S, A> meanwhile = look(question, now);
            if (meanwhile != null && meanwhile.source().equals(now)) {
                return meanwhile.answer();
            }
            Instant at = clock.instant();
            A answer = count.apply(question, now);
            keep(question, new Counted<>(answer, now, at));
            return answer;
        }
    }

    private void countLater(Q question) {
        synchronized (awaited) {
            if (!awaited.add(question)) {
                return;
            }
        }
        later.execute(() -> {
            try {
                count(question, source.get());
            } catch (RapportException e) {
                // It is tried again with the next question; whoever asks after the patience hears what is wrong.
            } finally {
                synchronized (awaited) {
                    awaited.remove(question);
                }
            }
        });
    }

    private void keep(Q question, Counted<S, A> counted) {
        synchronized (known) {
            known.put(question, counted);
            Iterator<Q> eldest = known.keySet().iterator();
            while (known.size() > MOST_KEPT) {
                eldest.next();
                eldest.remove();
            }
        }
    }
}
