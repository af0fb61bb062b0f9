package io.rapport.serve.cli;

import io.rapport.core.progress.Progress;

/** Progress that people see until it is closed. */
interface ProgressView extends Progress, AutoCloseable {

    ProgressView NONE = new ProgressView() {
        @Override
        public void report(String task, long done, long total) {
            // Nobody looks.
        }

        @Override
        public void close() {
            // Nothing is shown.
        }
    };

    @Override
    void close();
}
