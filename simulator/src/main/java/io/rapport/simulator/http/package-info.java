/**
 * HTTP on loopback: one request in, one answer out, written by hand to the byte where a fault asks for it.
 *
 * <p>Must not: know what is served, listen on anything but 127.0.0.1, or show a client a stack trace.
 */
@NullMarked
package io.rapport.simulator.http;

import org.jspecify.annotations.NullMarked;
