/**
 * The API as commands use it: of a server, over HTTP, or of a home of one's own, in this process. Must not know what a command
 * prints.
 */
@NullMarked
package io.rapport.serve.api.client;

import org.jspecify.annotations.NullMarked;
