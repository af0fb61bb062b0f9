package io.rapport.serve.job;

/** The process ends before the job does. */
final class JobBrokenOff extends RuntimeException {

    private static final long serialVersionUID = 1;

    JobBrokenOff() {
        super("broken off", null, false, false);
    }
}
