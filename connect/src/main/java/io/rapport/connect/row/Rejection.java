package io.rapport.connect.row;

import io.rapport.core.dataset.Dataset;

/**
 * An object of Graph's that can't land: where it was and why, and nothing of what it holds.
 *
 * @param owner id of the mailbox's owner, or of the group whose member it is; empty where it is the directory's own
 * @param reason in words, without a value
 */
public record Rejection(Dataset dataset, String owner, String reason) {}
