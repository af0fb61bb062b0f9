/**
 * Letters: the mail server that somebody configured, and sending by it. Must not know what a letter is
 * about, and must not log an address.
 */
@NullMarked
package io.rapport.serve.mail;

import org.jspecify.annotations.NullMarked;
