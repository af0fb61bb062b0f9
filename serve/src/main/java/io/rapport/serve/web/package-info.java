/**
 * What all pages share: the frame around them, how they are rendered, what happens when something goes wrong. Must not
 * count anything, and must not decide who may see what.
 */
@NullMarked
package io.rapport.serve.web;

import org.jspecify.annotations.NullMarked;
