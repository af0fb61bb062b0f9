package io.rapport.connect.dataconnect;

import io.rapport.connect.ConnectError;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts the rejected rows of one import, and says when they are too many. */
final class Rejects {

    private static final int SHOWN = 5;

    private final Dataset dataset;
    private final RejectLog log;
    private final List<String> first = new ArrayList<>();
    private long count;

    Rejects(Dataset dataset, RejectLog log) {
        this.dataset = dataset;
        this.log = log;
    }

    long count() {
        return count;
    }

    void add(Path file, long line, String reason) {
        count++;
        if (first.size() < SHOWN) {
            first.add("  " + file + ":" + line + ": " + reason);
        }
        log.add(dataset, file, line, reason);
    }

    /** Throws where more than the share of the rows that were read had to be rejected. */
    void requireShareWithin(double limit, long read) {
        if (count == 0 || count <= limit * read) {
            return;
        }
        String rest =
                count > first.size() ? "\n  and " + (count - first.size()) + " more, listed in the reject log" : "";
        throw new RapportException(
                ConnectError.EXPORT_TOO_MANY_REJECTS,
                String.format(
                                Locale.ROOT,
                                "%d of %d rows for %s can't be read: %s %%, and the limit is %s %%. Nothing was imported.%n%s%s%n"
                                        + "Check that these files hold %s, and export them again; or raise the limit.",
                                count,
                                read,
                                dataset.name(),
                                percent((double) count / read),
                                percent(limit),
                                String.join("\n", first),
                                rest,
                                dataset.name())
                        .replace("\r\n", "\n"));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }
}
