/**
 * What leaves the home: tables and segments as files, Common Data Model folders, and exports after each run. Must not know
 * pages, nor decide who may have what.
 */
@NullMarked
package io.rapport.serve.export;

import org.jspecify.annotations.NullMarked;
