/**
 * The operations of the API, group by group, and the shapes of what they answer. Each does what the page of the same thing does,
 * by the same services. Must not know HTTP.
 */
@NullMarked
package io.rapport.serve.api.resource;

import org.jspecify.annotations.NullMarked;
