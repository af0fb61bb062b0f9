package io.rapport.serve.web.connection;

/**
 * Ending a connection: asked once more.
 *
 * @param isTenant a watched folder otherwise
 * @param isErasing whether what it brought was to be erased
 * @param problem what was wrong with the answer; empty on a fresh page
 */
public record DisconnectView(String name, boolean isTenant, boolean isErasing, String problem) {}
