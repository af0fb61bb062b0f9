@NullMarked
package io.rapport.simulator.throttle;

import org.jspecify.annotations.NullMarked;
