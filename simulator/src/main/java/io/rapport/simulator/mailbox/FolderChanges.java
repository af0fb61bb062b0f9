package io.rapport.simulator.mailbox;

import java.util.List;

/**
 * What has changed in a folder between two instants.
 *
 * @param changed those that are in it and came or changed, newest first
 * @param removed ids of those that were in it and are not any more
 */
public record FolderChanges<T>(List<T> changed, List<String> removed) {}
