package io.rapport.simulator.entra;

/**
 * A role of an app that people can be given; it stands in their ID tokens.
 *
 * @param id GUID
 * @param value as in a token's {@code roles}
 * @param displayName for people
 */
public record AppRole(String id, String value, String displayName) {}
