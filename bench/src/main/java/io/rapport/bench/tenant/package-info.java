/**
 * How fast a simulated tenant serves mail: the tenant in a process of its own, and a client that reads every mailbox as a
 * connector does and throws away what it reads. Must not know how it is reported.
 */
@NullMarked
package io.rapport.bench.tenant;

import org.jspecify.annotations.NullMarked;
