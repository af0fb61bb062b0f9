package io.rapport.serve.web.connection;

/** Ending a connection: asked once more. */
public record DisconnectView(String name, String connector) {}
