@NullMarked
package io.rapport.simulator.tenant;

import org.jspecify.annotations.NullMarked;
