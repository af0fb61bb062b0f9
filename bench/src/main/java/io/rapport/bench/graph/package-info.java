/**
 * How fast a tenant is read over Microsoft Graph: a made-up tenant in a process of its own, a sync into a new home in
 * another, and the parsing of its pages alone. Must not measure anything that the commands would do otherwise.
 */
@NullMarked
package io.rapport.bench.graph;

import org.jspecify.annotations.NullMarked;
