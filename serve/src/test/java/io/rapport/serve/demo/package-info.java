@NullMarked
package io.rapport.serve.demo;

import org.jspecify.annotations.NullMarked;
