package io.rapport.connect.consent;

/**
 * An application permission of Graph.
 *
 * @param name as Microsoft writes it
 * @param id of the role in Graph's service principal, by which manifests ask for it; seen alike in several public files
 *     of Microsoft's and of others (November 2026)
 * @param why the sentence that people read beside it
 */
public record Permission(String name, String id, String why) {}
