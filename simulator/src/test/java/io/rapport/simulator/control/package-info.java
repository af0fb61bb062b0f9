@NullMarked
package io.rapport.simulator.control;

import org.jspecify.annotations.NullMarked;
