package io.rapport.connect.directory;

import java.util.List;
import java.util.Set;

/**
 * What a reading of the directory found.
 *
 * @param people everybody
 * @param named ids that the selection names; empty where it names nobody in particular
 * @param excluded ids that are not to be read
 */
public record Directory(List<Person> people, Set<String> named, Set<String> excluded) {}
