@NullMarked
package io.rapport.simulator.export;

import org.jspecify.annotations.NullMarked;
