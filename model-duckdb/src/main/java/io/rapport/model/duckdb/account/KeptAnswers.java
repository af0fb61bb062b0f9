package io.rapport.model.duckdb.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps what was read out of runs' tables: the files of a run never change, and people look at the same pages. At most some
 * thousands of rows, for ten minutes after they were last asked for. What was read of a file that is not there any more, or
 * that was written anew, is never answered. Whoever asks what somebody else just asks waits for that answer. Thread-safe.
 */
final class KeptAnswers {

    /** Of about a kilobyte each. */
    static final int MOST_ROWS = 10_000;

    private static final Duration UNASKED = Duration.ofMinutes(10);

    private final int mostRows;
    private final Cache<Question, List<?>> answers;

    /** @param mostRows at most as many rows are kept; 0 for none */
    KeptAnswers(int mostRows) {
        this.mostRows = mostRows;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(mostRows)
                .weigher((Question any, List<?> rows) -> 1 + rows.size())
                .expireAfterAccess(UNASKED)
                .build();
    }

    /**
     * The answer to a question.
     *
     * @param file that it is read from
     * @param sql the same for the same kind of rows only
     */
    @SuppressWarnings("unchecked") // The same SQL is always read into the same kind of rows.
    <T> List<T> to(Path file, String sql, List<Object> values, Supplier<List<T>> read) {
        if (mostRows == 0) {
            return read.get();
        }
        long modified;
        long bytes;
        try {
            modified = Files.getLastModifiedTime(file).toMillis();
            bytes = Files.size(file);
        } catch (IOException e) {
            // Whoever reads it says what is wrong with it.
            return read.get();
        }
        return (List<T>) answers.get(new Question(sql, values, modified, bytes), any -> List.copyOf(read.get()));
    }

    private record Question(String sql, List<Object> values, long modified, long bytes) {

        Question {
            values = List.copyOf(values);
        }
    }
}
