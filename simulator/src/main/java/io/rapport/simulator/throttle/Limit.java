package io.rapport.simulator.throttle;

/** Which limit a request is over. */
public enum Limit {
    /** Requests of one app to one mailbox at the same time. */
    MAILBOX_CONCURRENCY("ApplicationThrottled", "Application is over its MailboxConcurrency limit."),
    /** Requests of one app to one mailbox in ten minutes. */
    MAILBOX_REQUESTS("ApplicationThrottled", "Application is over its MailboxRequests limit."),
    /** What directory requests of one app cost in ten seconds. */
    DIRECTORY_UNITS("TooManyRequests", "Please retry again later."),
    /** All requests of one app in ten seconds. */
    ALL_REQUESTS("TooManyRequests", "Please retry again later.");

    private final String code;
    private final String message;

    Limit(String code, String message) {
        this.code = code;
        this.message = message;
    }

    /** As in {@code error.code}. */
    public String code() {
        return code;
    }

    /** As in {@code error.message}. */
    public String message() {
        return message;
    }
}
