package io.rapport.serve.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress on a terminal: one bar at a time, a new one for each piece of work with an end of its own. */
final class ProgressBars implements ProgressView {

    private static final int WIDTH_IF_UNKNOWN = 80;

    private final PrintStream err;
    private final int columns;
    private @Nullable ProgressBar bar;

    ProgressBars(PrintStream err, int columns) {
        this.err = err;
        this.columns = columns > 0 ? columns : WIDTH_IF_UNKNOWN;
    }

    @Override
    public synchronized void report(String task, long done, long total) {
        ProgressBar current = bar;
        if (current == null || total != current.getMax() || done < current.getCurrent()) {
            close();
            current = new ProgressBarBuilder()
                    .setTaskName("")
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .setConsumer(new ConsoleProgressBarConsumer(err, columns - 1))
                    .build();
            bar = current;
        }
        current.stepTo(done).setExtraMessage(" " + task);
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
