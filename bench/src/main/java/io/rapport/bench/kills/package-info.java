/**
 * Kills the program at any moment of its work, and looks whether anything was lost, is there twice or half. Knows the program
 * only as a process, and what it leaves on the disk.
 */
@NullMarked
package io.rapport.bench.kills;

import org.jspecify.annotations.NullMarked;
