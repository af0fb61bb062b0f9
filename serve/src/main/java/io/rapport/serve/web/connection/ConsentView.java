package io.rapport.serve.web.connection;

import io.rapport.connect.consent.Permission;
import java.util.List;

/**
 * Connecting, before people go to Entra.
 *
 * @param host where they go
 * @param href its whole address
 */
public record ConsentView(String title, String name, List<Permission> permissions, String host, String href) {}
