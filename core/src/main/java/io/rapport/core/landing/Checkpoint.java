package io.rapport.core.landing;

/**
 * How far a source has been read; committed together with the rows that it stands for.
 *
 * @param scope what kind of thing is remembered, for example {@code import/Message_v1}
 * @param name which one, for example a file's digest or a mailbox folder
 * @param value the position, for example a delta link
 */
public record Checkpoint(String scope, String name, String value) {}
