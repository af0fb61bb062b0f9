package io.rapport.serve.server;

/**
 * Java's own logging starts with this class instead of a file, and it installs no handler: libraries that log there may
 * quote data. Named by {@code java.util.logging.config.class}.
 */
public final class SilentLogging {}
