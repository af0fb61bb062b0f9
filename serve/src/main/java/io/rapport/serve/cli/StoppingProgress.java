package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;

/** Passes progress on and ends the work that reports it, once somebody has asked to stop. */
final class StoppingProgress implements ProgressView {

    private final ProgressView view;
    private final Interruption interruption;

    StoppingProgress(ProgressView view, Interruption interruption) {
        this.view = view;
        this.interruption = interruption;
    }

    /** @throws RapportException {@link CliError#INTERRUPTED} where a stop was asked for */
    @Override
    public void report(String task, long done, long total) {
        if (interruption.isRequested()) {
            throw new RapportException(CliError.INTERRUPTED, "Interrupted while: " + task + ".");
        }
        view.report(task, done, total);
    }

    @Override
    public void close() {
        view.close();
    }
}
